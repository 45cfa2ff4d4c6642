package com.duemate.server.web;

import com.duemate.platform.identity.PortalSecurity;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import com.duemate.tenantportal.look.PortalTexts;
import com.duemate.themes.text.Texts;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The chain of everything Vaadin serves; plain pages and REST have theirs before it. Threads keep their own security context, as
 * everywhere: a strategy that asks the Vaadin session first would sign its user in to work done aside in another scope.
 */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("com.duemate")
class ScreensSecurity {

    /**
     * The tightest that Flow works under: its bootstrap is inline and evaluates what the server sends. Pictures may come from this
     * installation's own hosts, since a message is shown with the logo its reader saw.
     */
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: %s; font-src 'self' data:; connect-src 'self' ws: wss:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1_000)
    SecurityFilterChain screens(HttpSecurity http, PortalSecurity portal, Hosts hosts) throws Exception {
        portal.apply(http);
        return http.authorizeHttpRequests(
                        paths -> paths.requestMatchers("/themes/**", "/webjars/**", "/aura/**", "/portal/**")
                                .permitAll())
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(POLICY.formatted(anyHost(hosts)))))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(PortalSecurity.SIGN_IN))
                .build();
    }

    private static String anyHost(Hosts hosts) {
        return hosts.url(Surface.API).replace("://", "://*.");
    }

    /** Takes the place of the one Vaadin would bring. */
    @Bean
    SecurityContextHolderStrategy contextOfTheThread() {
        return SecurityContextHolder.getContextHolderStrategy();
    }

    @Bean
    I18NProvider texts() {
        return new PortalTexts(Texts.lenient(ScreensSecurity.class.getClassLoader()));
    }
}
