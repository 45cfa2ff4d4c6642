package com.duemate.platform.invoicing.pdf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfImage;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStream;

/**
 * A logo as the paper can hold it: only PNG and JPEG by their first bytes, and a PNG's size looked at before it is unpacked. The
 * last ones are kept as they are written, since a tenant's invoices all carry the same.
 *
 * @param mask how much of it shows where; null when all does
 */
record LogoPicture(float width, float height, byte[] image, byte @Nullable [] mask) {

    /** The objects of a file that hold the mask and the picture. */
    static final int MASK = PaperPrologue.SEMIBOLD + 1;

    static final int IMAGE = MASK + 1;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int PNG_SIZE_AT = 16;
    private static final int MAX_BYTES = 4 << 20;
    private static final long MAX_PIXELS = 4_096 * 4_096;
    private static final int CMYK = 4;
    private static final long MAX_KEPT = 32L << 20;

    private static final Cache<InvoiceSheet.Logo, Optional<LogoPicture>> KEPT = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .weigher((InvoiceSheet.Logo logo, Optional<LogoPicture> picture) ->
                    logo.size() + picture.map(LogoPicture::size).orElse(0))
            .build();

    static Optional<LogoPicture> of(InvoiceSheet.@Nullable Logo logo) {
        return logo == null ? Optional.empty() : KEPT.get(logo, LogoPicture::read);
    }

    private static Optional<LogoPicture> read(InvoiceSheet.Logo logo) {
        var bytes = logo.bytes();
        if (bytes.length > MAX_BYTES || !startsWith(bytes, JPEG) && !isSmallPng(bytes)) {
            return Optional.empty();
        }
        try {
            var image = Image.getInstance(bytes);
            // The paper's colours are red, green and blue; a picture for the printing press has no meaning among them.
            return image.getColorspace() == CMYK ? Optional.empty() : Optional.of(of(image));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static LogoPicture of(Image image) throws IOException {
        var picture = new PdfImage(image, "L", null);
        var mask = image.getImageMask();
        if (mask != null) {
            picture.put(image.isSmask() ? PdfName.SMASK : PdfName.MASK, new PdfLiteral(MASK + " 0 R"));
        }
        return new LogoPicture(
                image.getWidth(),
                image.getHeight(),
                written(picture),
                mask == null ? null : written(new PdfImage(mask, "M", null)));
    }

    private static byte[] written(PdfStream stream) throws IOException {
        stream.remove(PdfName.INTENT);
        var out = new ByteArrayOutputStream();
        stream.toPdf(null, out);
        return out.toByteArray();
    }

    private int size() {
        return image.length + (mask == null ? 0 : mask.length);
    }

    private static boolean isSmallPng(byte[] bytes) {
        if (!startsWith(bytes, PNG) || bytes.length < PNG_SIZE_AT + 8) {
            return false;
        }
        long width = ByteBuffer.wrap(bytes).getInt(PNG_SIZE_AT);
        long height = ByteBuffer.wrap(bytes).getInt(PNG_SIZE_AT + 4);
        return width > 0 && height > 0 && width * height <= MAX_PIXELS;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
