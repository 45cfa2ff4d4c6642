package com.duemate.platform.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** The mail library reads what we write. */
class QuotedPrintableTest {

    @Property
    void anyTextComesBackAsItWas(@ForAll @StringLength(max = 400) String text) throws Exception {
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(read(QuotedPrintable.of(whole))).isEqualTo(whole.replaceAll("\r\n|\r|\n", "\r\n"));
        assertThat(lines(QuotedPrintable.of(whole))).allSatisfy(line -> {
            assertThat(line.length()).isLessThanOrEqualTo(76);
            assertThat(line).matches("[ -~\t]*").doesNotMatch(".*[ \t]$");
        });
    }

    @Example
    void breaksLongLinesSoftlyAndKeepsBlanksAtTheirEnds() throws Exception {
        var text = "x".repeat(75) + " \n" + "ü=".repeat(60) + "\t\r\n.\r\nEnd ";
        assertThat(read(QuotedPrintable.of(text)))
                .isEqualTo(text.replace("\r\n", "\n").replace("\n", "\r\n"));
        assertThat(lines(QuotedPrintable.of("x".repeat(75)))).containsExactly("x".repeat(75));
        assertThat(lines(QuotedPrintable.of("x".repeat(77)))).containsExactly("x".repeat(75) + "=", "xx");
    }

    private static String[] lines(byte[] written) {
        return new String(written, StandardCharsets.US_ASCII).split("\r\n", -1);
    }

    private static String read(byte[] written) throws Exception {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(written), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
