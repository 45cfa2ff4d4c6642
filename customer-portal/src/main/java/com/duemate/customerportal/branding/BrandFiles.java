package com.duemate.customerportal.branding;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves a tenant's style sheet and logo. An address with the present version may be kept for ever, any other for a minute. */
@RestController
@OnRole(ServerRole.CUSTOMER_PORTAL)
class BrandFiles {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    /** In the tenant's house as a customer nobody is: sees what all customers may see and nothing else. */
    private static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));

    private final Brands brands;

    BrandFiles(Brands brands) {
        this.brands = brands;
    }

    @GetMapping("/brand/{version}.css")
    ResponseEntity<String> style(HttpServletRequest request, @PathVariable String version) {
        return asGuest(request, () -> ResponseEntity.ok()
                        .contentType(CSS)
                        .cacheControl(lasting(version))
                        .body(brands.styleSheet()))
                .orElseGet(BrandFiles::missing);
    }

    @GetMapping("/brand/logo")
    ResponseEntity<byte[]> logo(HttpServletRequest request, @RequestParam(defaultValue = "") String v) {
        return asGuest(request, () -> brands.logo()
                        .map(png -> ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_PNG)
                                .cacheControl(lasting(v))
                                .body(png))
                        .orElseGet(BrandFiles::missing))
                .orElseGet(BrandFiles::missing);
    }

    private CacheControl lasting(String version) {
        return version.equals(Integer.toString(brands.current().version()))
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    }

    private static <T> Optional<T> asGuest(HttpServletRequest request, Supplier<T> action) {
        return Optional.ofNullable(AskedHost.of(request).tenant())
                .map(tenant ->
                        Scopes.find().filter(scope -> isAt(tenant, scope)).isPresent()
                                ? action.get()
                                : Backstage.call(new Scope.Customer(tenant, NOBODY), action));
    }

    private static boolean isAt(TenantId tenant, Scope scope) {
        return scope instanceof Scope.Customer customer && customer.tenant().equals(tenant);
    }

    private static <T> ResponseEntity<T> missing() {
        return ResponseEntity.notFound().build();
    }
}
