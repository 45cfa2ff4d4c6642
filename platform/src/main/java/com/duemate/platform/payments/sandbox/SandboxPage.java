package com.duemate.platform.payments.sandbox;

import com.duemate.themes.StyleSheets;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The hosted page as plain HTML: what is paid to whom, and how it shall end. */
final class SandboxPage {

    private static final Texts TEXTS = Texts.lenient(SandboxPage.class.getClassLoader());

    private static final String FRAME = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <link rel="icon" type="image/svg+xml" href="/icon.svg">
            <link rel="stylesheet" href="/%s">
            </head>
            <body>
            <main class="page">
            <p class="notice test">%s</p>
            <section class="card">
            <div><h1 class="quiet">%s</h1><p class="amount">%s</p><p class="quiet">%s</p></div>
            %s
            </section>
            </main>
            </body>
            </html>
            """;

    private final SandboxDesk.Session session;
    private final String payee;

    private SandboxPage(SandboxDesk.Session session, String payee) {
        this.session = session;
        this.payee = payee;
    }

    static String render(SandboxDesk.Session session, String payee) {
        return new SandboxPage(session, payee).render();
    }

    private String render() {
        var title = escape(TEXTS.text(session.locale(), "payments.sandbox.title", Map.of("payee", payee)));
        return FRAME.formatted(
                session.locale().getLanguage(),
                title,
                StyleSheets.PAGE,
                say("note"),
                title,
                amount(),
                escape(session.description()),
                session.closed() ? wayOn() : choices());
    }

    private String choices() {
        return Stream.of(SandboxOutcome.values())
                .map(this::choice)
                .collect(Collectors.joining("\n", """
                        <form method="post">
                        <fieldset>
                        <legend>%s</legend>
                        """.formatted(say("question")), """

                        </fieldset>
                        <button class="button">%s</button>
                        </form>""".formatted(say("pay"))));
    }

    private String choice(SandboxOutcome outcome) {
        return "<label class=\"choice\"><input type=\"radio\" name=\"outcome\" value=\"%s\"%s>%s</label>"
                .formatted(
                        outcome.name(),
                        outcome == SandboxOutcome.APPROVED ? " checked" : "",
                        say(outcome.name().toLowerCase(Locale.ROOT)));
    }

    private String wayOn() {
        return "<p>%s</p>\n<a class=\"button second\" href=\"%s\">%s</a>"
                .formatted(say("closed"), escape(session.returnUrl()), say("goOn"));
    }

    private String amount() {
        var money = session.amount();
        return escape(
                new Formats(session.locale(), ZoneOffset.UTC, money.currency()).money(money.minor(), money.currency()));
    }

    private String say(String element) {
        return escape(TEXTS.text(session.locale(), "payments.sandbox." + element));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
