package com.duemate.platform.invoicing.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What red, green and blue mean on paper: a matrix profile (ICC.1:2001-04) of the colours of IEC 61966-2-1, computed here from
 * the standard's primaries adapted to D50, so that no foreign profile is shipped.
 */
final class ScreenColours {

    static final String NAME = "sRGB";

    private static final int HEADER = 128;
    private static final int STEPS = 1024;
    private static final double WHOLE = 65_536;

    private ScreenColours() {}

    static byte[] profile() {
        var curve = curve();
        var tags = new LinkedHashMap<String, byte[]>();
        tags.put("desc", description());
        tags.put("cprt", text("No copyright is claimed; use freely."));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.put("rXYZ", xyz(0.43607, 0.22249, 0.01392));
        tags.put("gXYZ", xyz(0.38515, 0.71687, 0.09708));
        tags.put("bXYZ", xyz(0.14307, 0.06061, 0.71410));
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return assembled(tags);
    }

    private static byte[] assembled(Map<String, byte[]> tags) {
        int table = HEADER + 4 + 12 * tags.size();
        var places = new LinkedHashMap<byte[], Integer>();
        int end = table;
        for (var data : tags.values()) {
            if (places.putIfAbsent(data, end) == null) {
                end += padded(data.length);
            }
        }
        var out = ByteBuffer.allocate(end);
        out.putInt(end).putInt(0).putInt(0x02100000).put(ascii("mntrRGB XYZ "));
        out.putShort((short) 2026)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0);
        out.put(ascii("acsp")).position(68);
        out.putInt(fixed(0.9642)).putInt(fixed(1)).putInt(fixed(0.8249)).position(HEADER);
        out.putInt(tags.size());
        tags.forEach((tag, data) ->
                out.put(ascii(tag)).putInt(places.getOrDefault(data, 0)).putInt(data.length));
        places.forEach((data, place) -> out.put(place, data));
        return out.array();
    }

    private static byte[] description() {
        var name = ascii(NAME);
        return ByteBuffer.allocate(12 + name.length + 1 + 8 + 3 + 67)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(name.length + 1)
                .put(name)
                .array();
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(8 + text.length() + 1)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(text))
                .array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    /** From the value in the file to light: linear near black, then a power of 2.4. */
    private static byte[] curve() {
        var curve =
                ByteBuffer.allocate(12 + 2 * STEPS).put(ascii("curv")).putInt(0).putInt(STEPS);
        for (int step = 0; step < STEPS; step++) {
            double value = step / (STEPS - 1.0);
            double light = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(light * 65_535));
        }
        return curve.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * WHOLE);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
