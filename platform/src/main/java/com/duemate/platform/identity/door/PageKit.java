package com.duemate.platform.identity.door;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.identity.HostBrands;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import com.duemate.platform.tenancy.Surface;
import com.duemate.themes.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Puts this room's plain pages together: texts in the visitor's language, the brand of the host, the form's token. */
@Component
class PageKit {

    static final String PRODUCT = "DueMate";

    private final TemplateEngine engine;
    private final HostBrands brands;
    private final Texts texts = Texts.lenient(PageKit.class.getClassLoader());

    PageKit(TemplateEngine engine, HostBrands brands) {
        this.engine = engine;
        this.brands = brands;
    }

    /** A page about to be written. */
    Page page(HttpServletRequest request, String template, String titleKey) {
        return new Page(request, template, titleKey);
    }

    Locale locale(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return Texts.LANGUAGES.getFirst();
        }
        try {
            var match = Locale.lookup(Locale.LanguageRange.parse(header), Texts.LANGUAGES);
            return match == null ? Texts.LANGUAGES.getFirst() : match;
        } catch (IllegalArgumentException e) {
            return Texts.LANGUAGES.getFirst();
        }
    }

    final class Page {

        private final HttpServletRequest request;
        private final String template;
        private final Locale locale;
        private final Map<String, Object> model = new HashMap<>();

        private Page(HttpServletRequest request, String template, String titleKey) {
            this.request = request;
            this.template = template;
            this.locale = locale(request);
            text("title", titleKey);
        }

        /** For a page with a form that a session's token guards; begins a session where there is none. */
        Page guarded() {
            var token = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
            return value("csrfName", token.getParameterName()).value("csrf", token.getToken());
        }

        Page text(String name, String key) {
            model.put(name, texts.text(locale, key));
            return this;
        }

        Page text(String name, String key, Map<String, ?> arguments) {
            model.put(name, texts.text(locale, key, arguments));
            return this;
        }

        /** Several texts under one prefix, named by their last word. */
        Page texts(String prefix, String... names) {
            for (var name : names) {
                text(name, prefix + "." + name);
            }
            return this;
        }

        Page value(String name, Object value) {
            model.put(name, value);
            return this;
        }

        ResponseEntity<String> ok() {
            return answer(HttpStatus.OK);
        }

        ResponseEntity<String> answer(HttpStatus status) {
            // A page that says that something is broken leans on as little as it can.
            var host = AskedHost.find(request).filter(_ -> !status.is5xxServerError());
            var frame = new HashMap<String, Object>(model);
            frame.put("content", engine.page("identity/" + template + ".html", model));
            frame.put("language", locale.toLanguageTag());
            frame.put("brand", host.map(PageKit.this::nameOf).orElse(""));
            frame.put("styles", host.map(PageKit.this::stylesOf).orElse(List.of()));
            return ResponseEntity.status(status)
                    .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                    .header("Cache-Control", "no-store")
                    .header("Content-Language", locale.toLanguageTag())
                    .header("Vary", "Accept-Language")
                    .body(engine.page("identity/frame.html", frame));
        }
    }

    /** The platform's own hosts bear its name; a tenant's or a reseller's host bears theirs and never ours. */
    private String nameOf(KnownHost host) {
        return brandOf(host).map(Brand::name).orElse(PRODUCT);
    }

    Optional<Brand> brandOf(KnownHost host) {
        return brands.of(host);
    }

    private List<String> stylesOf(KnownHost host) {
        return host.surface() == Surface.CUSTOMER_PORTAL
                ? brandOf(host).stream()
                        .map(brand -> "/brand/%d.css".formatted(brand.version()))
                        .toList()
                : List.of();
    }
}
