package com.duemate.server;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.SecurityClock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Here, and nowhere else, the machine is asked for the time. */
@Configuration(proxyBeanMethods = false)
class Clocks {

    @Bean
    @ConditionalOnProperty(name = "duemate.demo", havingValue = "false", matchIfMissing = true)
    BusinessClock businessClock() {
        return Instant::now;
    }

    @Bean
    SecurityClock securityClock() {
        return Instant::now;
    }
}
