package com.duemate.platform.notifications.rendering;

import java.time.Duration;

/**
 * What one rendering may cost.
 *
 * @param characters of output
 */
public record Limits(int characters, Duration time) {

    public static final Limits MESSAGE = new Limits(200_000, Duration.ofSeconds(1));
    public static final Limits PAGE = new Limits(2_000_000, Duration.ofSeconds(5));
}
