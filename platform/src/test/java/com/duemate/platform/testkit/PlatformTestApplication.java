package com.duemate.platform.testkit;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The platform without its portals, on a clock that tests move. */
@SpringBootApplication(scanBasePackages = "com.duemate.platform")
public class PlatformTestApplication {

    @Bean
    SettableClock businessClock() {
        return new SettableClock();
    }

    @Bean
    ShiftedClock securityClock() {
        return new ShiftedClock();
    }
}
