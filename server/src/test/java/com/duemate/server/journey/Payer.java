package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Follows a payment link by plain forms, as a browser without script does, and sends a form again when no answer came. */
final class Payer {

    private static final Pattern FORM =
            Pattern.compile("action=\"[^\"]*/pay\">\\s*<input type=\"hidden\" name=\"id\" value=\"([^\"]*)\">"
                    + "<input type=\"hidden\" name=\"token\" value=\"([^\"]*)\">"
                    + "<input type=\"hidden\" name=\"currency\" value=\"([^\"]*)\">");
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final PackagedServer server;

    Payer(PackagedServer server) {
        this.server = server;
    }

    /** Pays, and answers the id of the request to pay. */
    String payAs(String link, String outcome) {
        var form = form(get(URI.create(link)).body());
        assertThat(pay(link, outcome, form)).isTrue();
        return String.valueOf(form.get("id"));
    }

    /** @return true when the provider's page took the choice; false when the checkout did not open in time */
    boolean pay(String link, String outcome) {
        var page = URI.create(link);
        var shown = get(page);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return pay(link, outcome, form(shown.body()));
    }

    private boolean pay(String link, String outcome, Map<String, String> form) {
        var page = URI.create(link);
        var sent = post(URI.create(link + "/pay"), form);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        var wait = page.resolve(location(sent));
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var answer = get(wait);
        while (answer.status() == 200) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            PackagedServer.sleep(30);
            answer = get(wait);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        var checkout = URI.create(location(answer));
        var taken = post(checkout, Map.of("outcome", outcome));
        assertThat(taken.status()).as(taken.body()).isEqualTo(303);
        return true;
    }

    /** The fields of the form that pays everything there is. */
    static Map<String, String> form(String page) {
        var form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return Map.of(
                "id", HtmlUtils.htmlUnescape(form.group(1)),
                "token", HtmlUtils.htmlUnescape(form.group(2)),
                "currency", HtmlUtils.htmlUnescape(form.group(3)));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private PackagedServer.Answer get(URI address) {
        return Load.insist(() -> server.get(address.getHost(), path(address), null));
    }

    private PackagedServer.Answer post(URI address, Map<String, String> fields) {
        return Load.insist(() -> server.send(server.request(address.getHost(), path(address), null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build()));
    }

    private static String location(PackagedServer.Answer answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String path(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
