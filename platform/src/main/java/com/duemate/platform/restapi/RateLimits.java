package com.duemate.platform.restapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 1,000 requests a minute a key, and 100 wrong keys a minute an address; counted by each process for itself. */
@Component
class RateLimits {

    static final int REQUESTS_A_MINUTE = 1_000;
    static final int WRONG_KEYS_A_MINUTE = 100;

    private final Cache<Object, Bucket> keys = buckets();
    private final Cache<Object, Bucket> addresses = buckets();

    /** @return how long to wait; zero when the request may go on */
    Duration take(Object key) {
        return take(keys, key, REQUESTS_A_MINUTE);
    }

    Duration takeWrongKey(String address) {
        return take(addresses, address, WRONG_KEYS_A_MINUTE);
    }

    private static Duration take(Cache<Object, Bucket> buckets, Object key, int aMinute) {
        var bucket = Objects.requireNonNull(buckets.get(key, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
                .build()));
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private static Cache<Object, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }
}
