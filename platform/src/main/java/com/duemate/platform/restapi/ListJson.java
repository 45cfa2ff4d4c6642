package com.duemate.platform.restapi;

import com.duemate.platform.kernel.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list on the wire. @param next cursor of the following page; null on the last */
public record ListJson<T>(List<T> items, @Nullable String next) {

    public static <S, T> ListJson<T> of(Page<S> page, Function<S, T> item) {
        return new ListJson<>(page.items().stream().map(item).toList(), page.next());
    }
}
