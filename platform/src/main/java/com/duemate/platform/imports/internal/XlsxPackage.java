package com.duemate.platform.imports.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The zip file around a workbook. Its table of contents is weighed before it is read, its parts while they are unpacked.
 */
final class XlsxPackage implements Closeable {

    private static final int BUFFER = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int END_BYTES = 22;
    private static final int END_SEARCH = END_BYTES + 0xFFFF;
    private static final int END_MARK = 0x06054b50;
    private static final int LARGE_LOCATOR_BYTES = 20;
    private static final int LARGE_LOCATOR_MARK = 0x07064b50;
    private static final int LARGE_END_BYTES = 56;
    private static final int LARGE_END_MARK = 0x06064b50;

    private static final XMLInputFactory XML = xmlInputFactory();

    private final ZipFile zip;

    /** @throws BrokenFile when it is no zip file, a damaged one or one with too much in it */
    XlsxPackage(Path file) throws IOException {
        weighContents(file);
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new BrokenFile(Reason.DAMAGED_FILE);
        }
    }

    /** @return null when there is no such part */
    @Nullable
    Part part(String name) throws IOException {
        var entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try {
            var guard = new XmlGuard(zip.getInputStream(entry), Math.max(0, entry.getCompressedSize()));
            return new Part(guard, XML.createXMLStreamReader(text(guard)), Math.max(1, entry.getSize()));
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (ZipException | CharacterCodingException e) {
            throw new BrokenFile(Reason.DAMAGED_FILE);
        }
    }

    /** Whatever the part declares, it is taken as UTF-8, as the guard has seen it. */
    private static Reader text(XmlGuard guard) throws IOException {
        var text = new BufferedReader(
                new InputStreamReader(
                        guard,
                        UTF_8.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * One part, being read.
     *
     * @param size unpacked bytes by the table of contents; a claim, good for progress only
     */
    record Part(XmlGuard guard, XMLStreamReader xml, long size) implements Closeable {

        /** @return false at the end of the part */
        boolean advance() throws IOException {
            try {
                if (!xml.hasNext()) {
                    return false;
                }
                xml.next();
                return true;
            } catch (XMLStreamException e) {
                throw broken(e);
            } catch (RuntimeException e) {
                throw new BrokenFile(Reason.DAMAGED_FILE);
            }
        }

        /** @return whether the parser now stands on the start of some element, or the part is over */
        boolean toStart() throws IOException {
            while (advance()) {
                if (xml.isStartElement()) {
                    return true;
                }
            }
            return false;
        }

        boolean starts(String element) {
            return xml.isStartElement() && xml.getLocalName().equals(element);
        }

        boolean ends(String element) {
            return xml.isEndElement() && xml.getLocalName().equals(element);
        }

        @Nullable
        String attribute(String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            guard.close();
        }
    }

    /** What the parser wraps: the guard's verdict, a failing disk, or nothing but bad XML. */
    private static IOException broken(XMLStreamException e) {
        var nested = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        return nested instanceof IOException io && !(io instanceof CharacterCodingException)
                ? io
                : new BrokenFile(Reason.DAMAGED_FILE);
    }

    private static XMLInputFactory xmlInputFactory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((message, type, info, location) -> {
            // The exception says it too, and the JDK would print it.
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no external entities");
        });
        return factory;
    }

    /** The JDK reads the whole table of contents at once, so its size and its number of entries are looked at first. */
    private static void weighContents(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            long tailAt = Math.max(0, length - END_SEARCH);
            var tail = read(in, tailAt, (int) (length - tailAt));
            int end = tail.capacity() - END_BYTES;
            while (end >= 0 && tail.getInt(end) != END_MARK) {
                end--;
            }
            if (end < 0) {
                throw new BrokenFile(Reason.DAMAGED_FILE);
            }
            long entries = Short.toUnsignedLong(tail.getShort(end + 10));
            long bytes = Integer.toUnsignedLong(tail.getInt(end + 12));
            int locator = end - LARGE_LOCATOR_BYTES;
            if (locator >= 0 && tail.getInt(locator) == LARGE_LOCATOR_MARK) {
                long at = tail.getLong(locator + 8);
                if (at < 0 || at > length - LARGE_END_BYTES) {
                    throw new BrokenFile(Reason.DAMAGED_FILE);
                }
                var large = read(in, at, LARGE_END_BYTES);
                if (large.getInt(0) == LARGE_END_MARK) {
                    entries = large.getLong(32);
                    bytes = large.getLong(40);
                }
            }
            if (Long.compareUnsigned(entries, Limits.ZIP_ENTRIES) > 0
                    || Long.compareUnsigned(bytes, Limits.ZIP_DIRECTORY_BYTES) > 0) {
                throw new BrokenFile(Reason.SUSPICIOUS_FILE);
            }
        }
    }

    private static ByteBuffer read(RandomAccessFile in, long at, int length) throws IOException {
        var bytes = new byte[length];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
