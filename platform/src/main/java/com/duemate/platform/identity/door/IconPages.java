package com.duemate.platform.identity.door;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.tenancy.Surface;
import com.duemate.themes.BrandIcon;
import com.duemate.themes.BrandValues;
import com.duemate.themes.HexColour;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sign in a browser's tab: the initial and colour of whoever's host it is. May be kept for ten minutes. */
@RestController
class IconPages {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final PageKit kit;

    IconPages(PageKit kit) {
        this.kit = kit;
    }

    /** Browsers ask for the second name by themselves. */
    @GetMapping({"/icon.svg", "/favicon.ico"})
    ResponseEntity<String> icon(HttpServletRequest request) {
        var host = AskedHost.of(request);
        if (host.surface() == Surface.API) {
            return ResponseEntity.notFound().build();
        }
        var svg = kit.brandOf(host)
                .map(brand -> BrandIcon.svg(brand.name(), new HexColour(brand.accent())))
                .orElseGet(() -> BrandIcon.svg(PageKit.PRODUCT, BrandValues.NEUTRAL.accentLight()));
        return ResponseEntity.ok().contentType(SVG).cacheControl(A_WHILE).body(svg);
    }
}
