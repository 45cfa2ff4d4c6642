package com.duemate.platform.identity.door;

import com.duemate.platform.identity.PortalSecurity;
import com.duemate.platform.identity.SignIn;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    /** No script of anybody's, no style but from our own sheets, no frame, no form that leads elsewhere. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final int SESSION_MINUTES = 30;

    /** A role that this process has. */
    record OpenDoor(ServerRole role) {}

    @Bean
    @OnRole(ServerRole.TENANT_PORTAL)
    OpenDoor tenantPortalDoor() {
        return new OpenDoor(ServerRole.TENANT_PORTAL);
    }

    @Bean
    @OnRole(ServerRole.CUSTOMER_PORTAL)
    OpenDoor customerPortalDoor() {
        return new OpenDoor(ServerRole.CUSTOMER_PORTAL);
    }

    @Bean
    @OnRole(ServerRole.API)
    OpenDoor apiDoor() {
        return new OpenDoor(ServerRole.API);
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(Hosts hosts, ObjectProvider<OpenDoor> open, Environment environment) {
        var roles = open.stream().map(OpenDoor::role).collect(Collectors.toSet());
        var management = environment.getProperty("management.server.port");
        boolean health = management == null || management.equals(environment.getProperty("server.port"));
        var registration = new FilterRegistrationBean<>(new HostFilter(hosts, new OpenDoors(roles, health)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.addUrlPatterns("/*");
        return registration;
    }

    /**
     * Over TLS the name itself binds the cookie to this very host; plain HTTP, which is for loopback only, cannot have it. The name
     * is neutral, since customers of a tenant see it.
     */
    @Bean
    ServletContextInitializer sessionCookie(Hosts hosts) {
        boolean tls = hosts.url(Surface.API).startsWith("https:");
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(tls ? "__Host-session" : "session");
            cookie.setSecure(tls);
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
            context.setSessionTimeout(SESSION_MINUTES);
        };
    }

    @Bean
    PortalSecurity portalSecurity(SignIn signIn) {
        return http -> http.addFilterAfter(new SessionWatch(signIn), SecurityContextHolderFilter.class)
                .headers(DoorConfiguration::headers);
    }

    /** What links, signatures and the public brand open. A session that comes along means nothing here, and none is begun. */
    @Bean
    @Order(10)
    SecurityFilterChain pagesWithoutSession(HttpSecurity http) {
        return plain(http)
                .securityMatcher(Paths.withoutSession())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameSiteFilter(), SecurityContextHolderFilter.class)
                .headers(DoorConfiguration::headers)
                .headers(DoorConfiguration::keepStyles)
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain pagesWithSession(HttpSecurity http, PortalSecurity shared) {
        shared.apply(http);
        return plain(http)
                .securityMatcher(Paths.withSession())
                .addFilterBefore(new SameSiteFilter(), CsrfFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new ExpiredForms()))
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .requestCache(cache -> cache.disable())
                .logout(AbstractHttpConfigurer::disable);
    }

    /** The host filter lets only the health of the main port through; a management port of its own shows what it is set to. */
    @Bean
    @Order(20)
    SecurityFilterChain actuator(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** Where no portal is on the class path, whatever no other chain knows does not exist. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingClass("com.vaadin.flow.spring.security.VaadinSecurityConfigurer")
    SecurityFilterChain nothingElse(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler((_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Style sheets are kept for a while; whatever else a link opens is not kept at all, unless it says so itself. */
    private static void keepStyles(HeadersConfigurer<HttpSecurity> headers) {
        var styles = PathPatternRequestMatcher.withDefaults().matcher("/themes/**");
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        styles, new StaticHeadersWriter("Cache-Control", "public, max-age=600")))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(styles), new CacheControlHeadersWriter()));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"));
    }
}
