package com.duemate.platform.invoicing.pdf;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of all that stands on a sheet. Each part is preceded by its length, so that no two sheets read alike; a component added
 * to a record is part of it without anybody's doing.
 */
final class PaperDigest {

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();
    private static final int NOTHING = -1;

    private final PaperBytes all = new PaperBytes(8 * 1024);

    private PaperDigest() {}

    /** @param parts records, lists, bytes, and what its text says in full */
    static byte[] of(@Nullable Object... parts) {
        var digest = new PaperDigest();
        for (var part : parts) {
            digest.add(part);
        }
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(digest.all.array(), 0, digest.all.length());
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(@Nullable Object part) {
        switch (part) {
            case null -> length(NOTHING);
            case byte[] bytes -> add(bytes);
            case List<?> list -> {
                length(list.size());
                list.forEach(this::add);
            }
            case Record parts -> {
                for (var component : COMPONENTS.computeIfAbsent(parts.getClass(), PaperDigest::components)) {
                    add(value(parts, component));
                }
            }
            default -> add(part.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void length(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            all.add((char) (length >>> shift & 0xFF));
        }
    }

    private void add(byte[] bytes) {
        length(bytes.length);
        all.add(bytes);
    }

    private static RecordComponent[] components(Class<?> type) {
        var components = type.getRecordComponents();
        for (var component : components) {
            component.getAccessor().setAccessible(true);
        }
        return components;
    }

    private static @Nullable Object value(Record parts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
