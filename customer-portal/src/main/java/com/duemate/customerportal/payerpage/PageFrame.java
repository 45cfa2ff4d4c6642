package com.duemate.customerportal.payerpage;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.identity.HostBrands;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts the tenant's name and colours around a page. */
@Component
@OnRole(ServerRole.CUSTOMER_PORTAL)
class PageFrame {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine;
    private final HostBrands brands;

    PageFrame(TemplateEngine engine, HostBrands brands) {
        this.engine = engine;
        this.brands = brands;
    }

    /** @param again when the browser asks for the page again by itself; null for never */
    record Page(
            HttpStatus status,
            String template,
            String title,
            @Nullable Duration again,
            Map<String, ?> model) {

        static Page of(String template, String title, Map<String, ?> model) {
            return new Page(HttpStatus.OK, template, title, null, model);
        }

        Page with(HttpStatus other) {
            return new Page(other, template, title, again, model);
        }

        Page again(@Nullable Duration after) {
            return new Page(status, template, title, after, model);
        }
    }

    ResponseEntity<String> answer(HttpServletRequest request, Words words, Page page) {
        var brand = brands.of(AskedHost.of(request)).orElseThrow();
        var frame = new HashMap<String, Object>();
        frame.put("language", words.language());
        frame.put("title", page.title + " · " + brand.name());
        frame.put("brand", brand.name());
        frame.put("version", brand.version());
        frame.put("logo", brand.logoSha256() != null);
        frame.put("middle", !page.template.equals("account"));
        frame.put("content", engine.page("payerpage/" + page.template + ".html", page.model));
        frame.put("footer", brand.footer().lines().toList());
        var replyTo = brand.replyTo();
        if (replyTo != null) {
            frame.put("questions", words.say("frame.questions"));
            frame.put("replyTo", replyTo);
        }
        var response = ResponseEntity.status(page.status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex");
        if (page.again != null) {
            response.header("Refresh", Long.toString(page.again.toSeconds()));
        }
        return response.body(engine.page("payerpage/frame.html", frame));
    }

    /** For whatever is not there, or not any more: calm, and the same for all of it. */
    ResponseEntity<String> nothingHere(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        var words = Words.of(header == null ? "" : header);
        var model = Map.of(
                "title", words.say("ended.title"),
                "text", words.say("ended.text"),
                "action", words.say("ended.action"),
                "actionUrl", "/my/sign-in");
        return answer(
                request,
                words,
                Page.of("message", words.say("ended.title"), model).with(HttpStatus.NOT_FOUND));
    }
}
