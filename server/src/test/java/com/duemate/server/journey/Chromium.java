package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium. Where there is none the journeys are skipped with a message; where one is required, that is a failure. */
final class Chromium implements AutoCloseable {

    private static final List<String> SERIOUS = List.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")));
    }

    static Chromium launch() {
        var found = find();
        if (found.isEmpty() && "required".equals(System.getenv("DUEMATE_BROWSER"))) {
            throw new AssertionError("a browser is required, and there is no Chromium on PATH");
        }
        assumeTrue(found.isPresent(), "no Chromium on PATH: the browser journey is skipped");
        return new Chromium(found.get());
    }

    private static Optional<Path> find() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A new visitor with a window of that width. */
    BrowserContext visitor(int width, int height, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** No serious finding of axe, and nothing wider than the window. */
    static void assertAccessible(Page page) {
        // A preview's frame runs no scripts, axe's neither, which would wait for it for ever; what it shows is a
        // message, not a screen.
        page.evaluate("() => document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        var findings = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(String.valueOf(rule.getImpact())))
                        .map(Chromium::told)
                        .toList();
        assertThat(findings).as("accessibility of " + page.url()).isEmpty();
        var overflow = (Number)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue())
                .as("sideways scrolling of " + page.url())
                .isLessThanOrEqualTo(1);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
