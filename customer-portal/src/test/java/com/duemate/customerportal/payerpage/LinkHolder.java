package com.duemate.customerportal.payerpage;

import com.duemate.platform.testkit.Visitor;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a link and a browser without script. */
final class LinkHolder {

    private final Visitor visitor;
    private final World world;
    private final URI link;

    LinkHolder(Visitor visitor, World world, String link) {
        this.visitor = visitor;
        this.world = world;
        this.link = URI.create(link);
    }

    String host() {
        return link.getHost();
    }

    String path() {
        return link.getPath();
    }

    HttpResponse<String> looks() {
        return visitor.get(host(), path());
    }

    HttpResponse<String> goesTo(String location) {
        var address = link.resolve(location);
        return visitor.get(
                address.getHost(),
                address.getRawQuery() == null ? address.getPath() : address.getPath() + "?" + address.getRawQuery());
    }

    /** Fills in a form of the page, whose hidden fields it must carry. */
    HttpResponse<String> sends(String page, String form, Map<String, String> typed) {
        return visitor.post(host(), path() + "/" + form, fields(page, form, typed));
    }

    Map<String, String> fields(String page, String form, Map<String, String> typed) {
        var from = page.indexOf("action=\"" + path() + "/" + form + "\"");
        if (from < 0) {
            throw new AssertionError("no form " + form + " in " + page);
        }
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">")
                .matcher(page.substring(from, page.indexOf("</form>", from)));
        var fields = new HashMap<String, String>(typed);
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        return fields;
    }

    /** Follows the page that goes on by itself, for as long as there is work to wait for. */
    HttpResponse<String> waits(String location) {
        var page = goesTo(location);
        for (int i = 0;
                i < 20
                        && page.statusCode() == 200
                        && page.headers().firstValue("Refresh").isPresent();
                i++) {
            world.untilQuiet();
            page = goesTo(location);
        }
        return page;
    }

    /** Chooses on the provider's page; answers where it sends the payer. */
    String decides(String checkout, String outcome) {
        var address = URI.create(checkout);
        var answer = visitor.post(address.getHost(), address.getPath(), Map.of("outcome", outcome));
        return location(answer);
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("answered " + answer.statusCode() + " " + answer.body()));
    }
}
