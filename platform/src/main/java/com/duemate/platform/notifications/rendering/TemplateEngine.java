package com.duemate.platform.notifications.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Renders Handlebars templates. Values are looked up in maps and lists of maps and nowhere else; a name without a value fails
 * unless {@code #if} asks for it; {@code #each} and {@code #if} are the only helpers. Safe for many threads.
 */
@Component
public class TemplateEngine {

    private static final int KEPT = 1_000;
    private static final String FOLDER = "/templates";
    private static final String SUFFIX = ".hbs";

    private final Engines ours = new Engines(TemplateEngine::trusted);
    private final Engines theirs = new Engines(TemplateEngine::untrusted);
    private final Cache<Key, Template> compiled =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Key(boolean isResource, Escape escape, String text) {}

    /**
     * Renders one of our own templates as HTML. It may include others of ours ({@code {{> layout}}}) and raw values
     * ({@code {{{content}}}}).
     *
     * @param resource path below {@code templates/} on the class path, without {@code .hbs}: {@code payerpage/invoice.html}
     * @throws TemplateFailed when it is missing or broken, lacks a value, or passes a limit
     */
    public String page(String resource, Map<String, ?> model) {
        return render(resource, Escape.HTML, model, Limits.PAGE);
    }

    /** As {@link #page}, for any kind of text. */
    public String render(String resource, Escape escape, Map<String, ?> model, Limits limits) {
        return apply(new Key(true, escape, resource), model, limits);
    }

    /** Renders a template from somewhere else, which should have been checked when it was saved. It cannot include anything. */
    public String renderSource(String source, Escape escape, Map<String, ?> model, Limits limits) {
        return apply(new Key(false, escape, source), model, limits);
    }

    private String apply(Key key, Map<String, ?> model, Limits limits) {
        var budget = new Budget(limits);
        try {
            var context = Context.newBuilder(model)
                    .resolver(MapValueResolver.INSTANCE)
                    .build()
                    .data(Each.BUDGET, budget);
            compiled.get(key, this::compile).apply(context, budget);
            return budget.toString();
        } catch (IOException | HandlebarsException | StackOverflowError e) {
            throw failure(key, e);
        }
    }

    private Template compile(Key key) {
        try {
            return key.isResource()
                    ? ours.of(key.escape()).compile(key.text())
                    : theirs.of(key.escape()).compileInline(key.text());
        } catch (IOException | HandlebarsException | StackOverflowError e) {
            throw failure(key, e);
        }
    }

    private static TemplateFailed failure(Key key, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateFailed failed) {
                return key.isResource() ? new TemplateFailed(key.text() + ": " + failed.getMessage(), failed) : failed;
            }
        }
        return new TemplateFailed(key.isResource() ? key.text() : "a template that cannot be read", thrown);
    }

    private static Handlebars trusted(Escape escape) {
        return equipped(new Handlebars(new ClassPathTemplateLoader(FOLDER, SUFFIX)), escape);
    }

    private static Handlebars untrusted(Escape escape) {
        return equipped(new Handlebars(new NoTemplates()), escape);
    }

    private static Handlebars equipped(Handlebars engine, Escape escape) {
        return engine.with(new AllowedHelpers()).with(escape::escape);
    }

    private record Engines(Handlebars html, Handlebars text) {

        Engines(Function<Escape, Handlebars> making) {
            this(making.apply(Escape.HTML), making.apply(Escape.TEXT));
        }

        Handlebars of(Escape escape) {
            return switch (escape) {
                case HTML -> html;
                case TEXT -> text;
            };
        }
    }

    private static final class NoTemplates extends ClassPathTemplateLoader {

        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new FileNotFoundException("templates from elsewhere include nothing");
        }
    }
}
