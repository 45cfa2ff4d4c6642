package com.duemate.platform.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list ordered by a key.
 *
 * @param next opaque cursor of the following page, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int MAX_LIMIT = 200;
}
