package com.duemate.platform.notifications.rendering;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code #each} over lists alone, which pays for every round: the engine's own collects without end before it writes. */
final class Each implements Helper<@Nullable Object> {

    static final String BUDGET = "budget";

    @Override
    public Object apply(@Nullable Object items, Options options) throws IOException {
        Budget budget = options.data(BUDGET);
        if (!(items instanceof List<?> list) || list.isEmpty()) {
            return options.inverse();
        }
        var buffer = options.buffer();
        int collected = 0;
        for (var item : list) {
            var round = options.apply(options.fn, Context.newContext(options.context, item));
            collected += round.length();
            budget.spend(collected);
            buffer.append(round);
        }
        return buffer;
    }
}
