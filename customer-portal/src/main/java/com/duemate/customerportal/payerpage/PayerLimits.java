package com.duemate.customerportal.payerpage;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How often forms may be sent from one page behind a link: far more than a person does; counted by each process for itself. */
@Component
@OnRole(ServerRole.CUSTOMER_PORTAL)
class PayerLimits {

    static final int FORMS_IN_TEN_MINUTES = 30;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Cache<UUID, Bucket> links =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW).build();

    /** Whether one more may be sent. */
    boolean take(UUID link) {
        return Objects.requireNonNull(links.get(link, _ -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(FORMS_IN_TEN_MINUTES).refillGreedy(FORMS_IN_TEN_MINUTES, WINDOW))
                        .build()))
                .tryConsume(1);
    }
}
