package com.duemate.platform.notifications.rendering;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import com.github.jknack.handlebars.helper.IfHelper;
import org.jspecify.annotations.Nullable;

/** Knows {@code #if} and {@code #each}, and that a value that is missing is a failure; nothing else. */
final class AllowedHelpers extends DefaultHelperRegistry {

    private static final Helper<@Nullable Object> MISSING = (_, options) -> {
        throw new TemplateFailed("no value for " + options.helperName);
    };
    private static final Helper<@Nullable Object> EACH = new Each();

    @Override
    @SuppressWarnings("unchecked")
    public <C> @Nullable Helper<C> helper(String name) {
        return (Helper<C>)
                switch (name) {
                    case "if" -> IfHelper.INSTANCE;
                    case "each" -> EACH;
                    case HELPER_MISSING -> MISSING;
                    default -> null;
                };
    }

    @Override
    public @Nullable Decorator decorator(String name) {
        return null;
    }
}
