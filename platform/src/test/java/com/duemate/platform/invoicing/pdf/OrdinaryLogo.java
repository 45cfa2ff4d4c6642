package com.duemate.platform.invoicing.pdf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;

/** Kept once read, as ours is. */
final class OrdinaryLogo {

    private static final Cache<InvoiceSheet.Logo, Optional<Image>> KEPT =
            Caffeine.newBuilder().maximumSize(100).build();

    private OrdinaryLogo() {}

    static Optional<Image> of(InvoiceSheet.@Nullable Logo logo) {
        return logo == null
                ? Optional.empty()
                : KEPT.get(logo, OrdinaryLogo::read).map(Image::getInstance);
    }

    private static Optional<Image> read(InvoiceSheet.Logo logo) {
        try {
            return Optional.of(Image.getInstance(logo.bytes()));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
