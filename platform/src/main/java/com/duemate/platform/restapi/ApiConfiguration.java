package com.duemate.platform.restapi;

import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
@OnRole(ServerRole.API)
@PropertySource("classpath:restapi.properties")
class ApiConfiguration {

    private static final String KEY = "key";

    @Bean
    @Order(5)
    SecurityFilterChain api(HttpSecurity http, ApiKeys keys, RateLimits limits, Problems problems) {
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new DevSessions()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new BearerFilter(keys, limits, problems), SecurityContextHolderFilter.class)
                .addFilterAfter(new LimitedBody(problems), BearerFilter.class)
                .authorizeHttpRequests(who -> who.requestMatchers("/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/dev/**")
                        .hasAnyAuthority(Permission.MAY_READ.getAuthority(), Permission.MAY_RUN_PLATFORM.getAuthority())
                        .requestMatchers("/api/dev/**")
                        .hasAnyAuthority(Permission.MAY_WORK.getAuthority(), Permission.MAY_RUN_PLATFORM.getAuthority())
                        .requestMatchers(HttpMethod.GET)
                        .hasAuthority(Permission.MAY_READ.getAuthority())
                        .anyRequest()
                        .hasAuthority(Permission.MAY_WORK.getAuthority()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(ApiErrors.of(HttpStatus.UNAUTHORIZED), request, response);
                        })
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(ApiErrors.of(HttpStatus.FORBIDDEN), request, response)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    ApiErrors apiErrors(Problems problems) {
        return new ApiErrors(problems);
    }

    @Bean
    WebMvcConfigurer strictBodies() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new StrictJson());
                converters.configureMessageConvertersList(all -> all.removeIf(ApiConfiguration::readsWhatNobodyChecks));
            }
        };
    }

    /** YAML and XML come with libraries on the class path; only JSON is read strictly. */
    private static boolean readsWhatNobodyChecks(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .map(type -> type.getSubtype().toLowerCase(Locale.ROOT))
                .anyMatch(type -> type.contains("yaml")
                        || type.contains("xml")
                        || type.contains("cbor")
                        || type.contains("smile"));
    }

    /** Asked after the resources and before the portals: a path below {@code /api} that no resource has is a problem, not a page. */
    @Bean
    HandlerMapping unknownResources(Problems problems) {
        HttpRequestHandler nothing = (request, response) -> problems.write(ApiProblem.notFound(), request, response);
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), 1);
    }

    @Bean
    OpenApiCustomizer answeredCodes() {
        return new AnsweredCodes();
    }

    /** Says nothing of whose software this is: it is read on tenants' hosts too. */
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("API")
                        .version("1")
                        .description(
                                "Invoices, customers, messages and payments of one tenant. The key names the tenant."
                                        + " Money is in minor units. Problems follow RFC 9457."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
