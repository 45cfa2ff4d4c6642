package com.duemate.platform.tenancy.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation lives.
 *
 * @param base host under which tenants get theirs, with the port people type: {@code localhost:8080}, {@code example.com}
 * @param scheme {@code http} on loopback, else {@code https}
 */
@ConfigurationProperties("duemate.tenancy")
record TenancySettings(
        @DefaultValue("localhost:8080") String base,
        @DefaultValue("http") String scheme) {

    String baseHost() {
        int colon = base.indexOf(':');
        return colon < 0 ? base : base.substring(0, colon);
    }

    /** The address of a host of this installation, without a slash at the end. */
    String url(String host) {
        int colon = base.indexOf(':');
        return scheme + "://" + host + (colon < 0 ? "" : base.substring(colon));
    }
}
