package com.duemate.tenantportal.branding;

import com.duemate.platform.branding.Brands.Draft;
import com.duemate.platform.kernel.Money;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.themes.BrandStyle;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.html.IFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** The page behind a link with an invented invoice, made with the very style sheets customers get. */
class PayerPageSpecimen {

    private static final String SHEET = read();
    private static final BigDecimal AMOUNT = new BigDecimal(4_820);
    private static final int DAYS_LATE = 9;

    private final Reader reader;
    private final String logo;

    PayerPageSpecimen(Reader reader, Optional<byte[]> png) {
        this.reader = reader;
        logo = png.map(bytes -> "<img alt=\"\" src=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(bytes) + "\">")
                .orElse("");
    }

    /** @param scheme {@code light} or {@code dark}, whatever the viewer's own is */
    IFrame frame(Draft draft, BrandStyle style, String scheme) {
        var frame = new IFrame();
        frame.addClassName("dm-specimen");
        frame.getElement().setAttribute("sandbox", "");
        frame.getElement().setAttribute("tabindex", "-1");
        frame.setTitle(reader.text("portalbranding.preview." + scheme));
        frame.setSrcdoc(document(draft, style, scheme));
        return frame;
    }

    private String document(Draft draft, BrandStyle style, String scheme) {
        var amount = reader.money(Money.ofDecimal(AMOUNT, reader.tenant().currency()));
        var due = reader.formats().dateLong(reader.today().minusDays(DAYS_LATE));
        return """
                <!doctype html><meta charset="utf-8"><style>%s</style><style>%s</style>\
                <style>html:root{color-scheme:%s}.page{padding:1.25rem 1rem}.pay{position:static;padding:0;border:0;background:none}</style>\
                <main class="page"><header class="brand">%s%s</header><section class="card"><div class="stack">\
                <h1>%s</h1><div><p class="amount">%s</p><p class="quiet">%s</p></div></div>\
                <div class="pay"><span class="button">%s</span></div><span class="button second">%s</span></section>\
                <p class="small"><a href="#">%s</a></p><footer class="legal">%s</footer></main>""".formatted(
                        SHEET,
                        style.stylesheet(),
                        scheme,
                        logo,
                        escaped(draft.name()),
                        word("invoice"),
                        escaped(amount),
                        escaped(reader.text("portalbranding.specimen.due", due)),
                        escaped(reader.text("portalbranding.specimen.pay", amount)),
                        word("pdf"),
                        word("wrong"),
                        escaped(draft.footer()).replace("\n", "<br>"));
    }

    private String word(String key) {
        return escaped(reader.text("portalbranding.specimen." + key));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String read() {
        try (InputStream sheet = StyleSheets.class.getResourceAsStream("/META-INF/resources/" + StyleSheets.PAGE)) {
            return new String(Objects.requireNonNull(sheet).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
