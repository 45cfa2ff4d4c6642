package com.duemate.platform.imports.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook share. A large workbook has millions of them, so they live in a temporary file
 * that is mapped into memory and never on the heap.
 */
final class SharedStrings implements Closeable {

    private static final ValueLayout.OfLong OFFSET = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int CACHED = 1 << 12;

    private final Arena arena = Arena.ofShared();
    private final FileChannel texts = temporary();
    private final FileChannel offsets = temporary();
    private MemorySegment mappedTexts = MemorySegment.NULL;
    private MemorySegment mappedOffsets = MemorySegment.NULL;
    private int count;
    private final int[] cachedIndex = new int[CACHED];
    private final @Nullable String[] cached = new String[CACHED];

    private SharedStrings() throws IOException {}

    /** @param partName null for a workbook that shares no texts */
    static SharedStrings read(XlsxPackage opened, @Nullable String partName) throws IOException {
        var strings = new SharedStrings();
        try (var part = partName == null ? null : opened.part(partName)) {
            if (part != null) {
                strings.spool(part);
            }
            return strings;
        } catch (IOException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    /** @return null when there is no such text; a text longer than a cell may be comes out one character too long */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int slot = index & (CACHED - 1);
        var known = cached[slot];
        if (known != null && cachedIndex[slot] == index) {
            return known;
        }
        long from = mappedOffsets.get(OFFSET, index * 8L);
        long to = mappedOffsets.get(OFFSET, index * 8L + 8);
        var bytes = mappedTexts.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        var text = new String(bytes, UTF_8);
        cachedIndex[slot] = index;
        cached[slot] = text;
        return text;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        texts.close();
        offsets.close();
    }

    private void spool(XlsxPackage.Part part) throws IOException {
        long at = 0;
        try (var textsOut = buffered(texts);
                var offsetsOut = new DataOutputStream(buffered(offsets))) {
            offsetsOut.writeLong(at);
            while (part.toStart()) {
                if (part.starts("si")) {
                    var bytes = richText(part, "si").getBytes(UTF_8);
                    at += bytes.length;
                    if (count == Limits.SHARED_STRINGS || at > Limits.SHARED_STRINGS_BYTES) {
                        throw new BrokenFile(Reason.SUSPICIOUS_FILE);
                    }
                    textsOut.write(bytes);
                    offsetsOut.writeLong(at);
                    count++;
                }
            }
        }
        mappedTexts = texts.map(MapMode.READ_ONLY, 0, at, arena);
        mappedOffsets = offsets.map(MapMode.READ_ONLY, 0, 8L * (count + 1), arena);
    }

    /** The text within an element, of all its runs, without the phonetic ones; cut behind what a cell may hold. */
    static String richText(XlsxPackage.Part part, String element) throws IOException {
        var text = new StringBuilder();
        boolean inText = false;
        while (part.advance() && !part.ends(element)) {
            if (part.starts("rPh")) {
                while (part.advance() && !part.ends("rPh")) {
                    // Phonetic hints repeat the text in another script.
                }
            } else if (part.starts("t")) {
                inText = true;
            } else if (part.ends("t")) {
                inText = false;
            } else if (inText) {
                append(part, text);
            }
        }
        return text.toString();
    }

    /** Adds the characters on which the parser stands, up to one more than a cell may hold. */
    static void append(XlsxPackage.Part part, StringBuilder text) {
        var xml = part.xml();
        int room = Limits.CELL_CHARS + 1 - text.length();
        if (xml.hasText() && room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
        }
    }

    private static OutputStream buffered(FileChannel channel) {
        // Closing the stream must not close the channel: its file would be gone.
        return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static FileChannel temporary() throws IOException {
        return FileChannel.open(
                Files.createTempFile("duemate-import-", ".strings"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
