package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Lane;
import java.util.Locale;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    @ConditionalOnProperty(name = "duemate.pulsar.url", matchIfMissing = true, havingValue = "none")
    Lanes lanesInProcess() {
        return new Lanes(InProcessTransport::new);
    }

    @Bean
    @ConditionalOnExpression("'${duemate.pulsar.url:none}' != 'none'")
    Lanes lanesOverPulsar(Environment environment) {
        var url = environment.getRequiredProperty("duemate.pulsar.url");
        var topic = environment.getProperty("duemate.pulsar.topic", "persistent://public/default/duemate-events");
        return new Lanes(lane -> new PulsarTransport(url, topic(topic, lane), lane));
    }

    private static String topic(String events, Lane lane) {
        return lane == Lane.EVENTS ? events : events + "-" + lane.name().toLowerCase(Locale.ROOT);
    }

    /** Connects when first used, so that a server starts and works without Redis, only slower. */
    @Bean(destroyMethod = "shutdown")
    @ConditionalOnProperty("duemate.redis.url")
    RedissonClient redisson(Environment environment) {
        var config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress(environment.getRequiredProperty("duemate.redis.url"))
                .setConnectionMinimumIdleSize(2)
                .setConnectionPoolSize(16)
                .setRetryAttempts(1)
                .setTimeout(2_000);
        return Redisson.create(config);
    }
}
