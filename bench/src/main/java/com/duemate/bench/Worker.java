package com.duemate.bench;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.SecurityClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** The platform as it runs, on a business clock that the benchmark sets. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "com.duemate.platform",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = Worker.FromTests.class))
class Worker {

    static ConfigurableApplicationContext start(List<String> arguments) {
        return SpringApplication.run(Worker.class, arguments.toArray(String[]::new));
    }

    @Bean
    Clock businessClock() {
        return new Clock();
    }

    @Bean
    SecurityClock securityClock() {
        return Instant::now;
    }

    /** What the test kit would add. */
    static final class FromTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().toString().matches(".*(-tests\\.jar|/test-classes/).*");
        }
    }

    /** Shows what it was set to last, or the machine's time. */
    static final class Clock implements BusinessClock {

        private volatile Supplier<Instant> hand = () -> Instant.EPOCH;

        void set(Instant instant) {
            hand = () -> instant;
        }

        void run() {
            hand = Instant::now;
        }

        @Override
        public Instant now() {
            return hand.get();
        }
    }
}
