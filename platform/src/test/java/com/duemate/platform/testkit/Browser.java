package com.duemate.platform.testkit;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser on one host of the server under test: keeps cookies, fills in forms, follows no redirect by itself. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: autocomplete=\"\\w+\")? value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final int port;
    private final String host;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private String lastBody = "";

    public Browser(int port, String host) {
        this.port = port;
        this.host = host;
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser withCookiesOf(Browser other) {
        cookies.putAll(other.cookies);
        return this;
    }

    /** The same headers on another host, without the cookies. */
    public Browser at(String elsewhere) {
        var other = new Browser(port, elsewhere);
        other.headers.putAll(headers);
        return other;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends a form with the hidden fields of the last page. */
    public HttpResponse<String> submit(String path, Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        var hidden = HIDDEN.matcher(lastBody);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.putAll(typed);
        return post(path, fields);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
    }

    public HttpResponse<String> upload(String path, String field, String fileName, String content) {
        var boundary = "boundary-of-this-test";
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, field, fileName, content, boundary);
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, Map<String, String> more) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .method(method, body)
                .header("Host", host);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            keepCookies(response);
            lastBody = Objects.requireNonNullElse(response.body(), "");
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> header(HttpResponse<?> response, String name) {
        return new ArrayList<>(response.headers().allValues(name));
    }

    /** Path and query of a redirect. */
    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void keepCookies(HttpResponse<?> response) {
        for (var line : response.headers().allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse(line)) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
    }
}
