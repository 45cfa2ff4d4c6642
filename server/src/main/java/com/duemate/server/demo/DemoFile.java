package com.duemate.server.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What {@code demo.json} says: how to get in. Readable by whoever started the server, and by nobody else. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemoFile(String base, Login staff, Login reseller, List<Tenant> tenants) {

    record Login(String url, String email, String password) {}

    record Owner(String email, String password) {}

    record Tenant(String slug, String portal, String manage, Owner owner, String apiKey) {}
}
