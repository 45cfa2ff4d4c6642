package com.duemate.server.demo;

import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.messaging.TimeMachine;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@DemoOnly
class DemoConfiguration {

    @Bean
    MovableClock movableClock(SecurityClock system, Environment environment) {
        return new MovableClock(
                system, Path.of(environment.getProperty("duemate.data-directory", ".duemate"), "clock"));
    }

    @Bean
    TimeMachine timeMachine(MovableClock clock, Engines engines) {
        return new WalkingTimeMachine(clock, engines);
    }
}
