package com.duemate.platform.branding.internal;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Decodes a logo and encodes it again as PNG, so that nothing but its pixels is kept. Sizes are checked from the header first. */
final class LogoImage {

    private static final int MAX_BYTES = 2 << 20;
    private static final int MAX_SIDE = 4096;
    private static final int KEPT_SIDE = 640;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private LogoImage() {}

    /** Why a picture was not taken, as a text key. */
    static final class BadLogo extends Exception {

        final String reason;

        BadLogo(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    static byte[] reencode(InputStream in) throws BadLogo {
        try {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadLogo("branding.refused.logoSize");
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(fitted(decode(bytes)), "png", out);
            return out.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw new BadLogo("branding.refused.logoFormat");
        }
    }

    private static BufferedImage decode(byte[] bytes) throws IOException, BadLogo {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new BadLogo("branding.refused.logoFormat");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                    throw new BadLogo("branding.refused.logoFormat");
                }
                if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
                    throw new BadLogo("branding.refused.logoSize");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage fitted(BufferedImage image) {
        double scale = Math.min(1.0, (double) KEPT_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = kept.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return kept;
    }
}
