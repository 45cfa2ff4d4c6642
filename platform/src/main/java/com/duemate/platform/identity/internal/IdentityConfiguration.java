package com.duemate.platform.identity.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@EnableMethodSecurity
class IdentityConfiguration {

    /** Nobody reads a measurement of each permission asked for, and it took a twentieth of Java's part in sending a reminder. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody comes in by the framework's own forms; having this keeps it from inventing a user. */
    @Bean
    AuthenticationManager authenticationManager() {
        return _ -> {
            throw new BadCredentialsException("not offered");
        };
    }
}
