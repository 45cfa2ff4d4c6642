package com.duemate.platform.notifications.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes over the line (RFC 5322). The library writes the headers; both forms of the text are written here, for the
 * library encodes byte by byte and looks its parts up anew for every mail.
 */
final class Mail extends MimeMessage {

    private static final byte[] LINE = {'\r', '\n'};

    private final byte[] body;
    private volatile boolean begun;

    /** @param sender the name a reader sees beside the address it comes from */
    Mail(Session session, Letter letter, String from, String sender, @Nullable String replyTo, Instant at)
            throws MessagingException, UnsupportedEncodingException {
        super(session);
        var boundary = "=_" + letter.id();
        body = body(letter, boundary);
        // Keeps a provider's events and a person's complaint on the way back to the row.
        setHeader("Message-ID", "<" + letter.id() + "@" + from.replaceAll(".*@", "") + ">");
        setSentDate(Date.from(at));
        setFrom(address(from, oneLine(sender)));
        setRecipient(Message.RecipientType.TO, address(letter.address(), null));
        if (replyTo != null) {
            setReplyTo(new InternetAddress[] {address(replyTo, null)});
        }
        setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
        if (letter.wayOut() != null) {
            setHeader("List-Unsubscribe", "<" + letter.wayOut() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("MIME-Version", "1.0");
        setHeader("Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
    }

    /** True once the server has asked for the content: what breaks from then on leaves the outcome unknown. */
    boolean begun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        begun = true;
        var lines = getNonMatchingHeaderLines(ignored);
        while (lines.hasMoreElements()) {
            out.write(lines.nextElement().getBytes(StandardCharsets.US_ASCII));
            out.write(LINE);
        }
        out.write(LINE);
        out.write(body);
    }

    private static InternetAddress address(String address, @Nullable String name)
            throws MessagingException, UnsupportedEncodingException {
        var parsed = new InternetAddress(address, true);
        if (name != null) {
            parsed.setPersonal(name, StandardCharsets.UTF_8.name());
        }
        return parsed;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    private static byte[] body(Letter letter, String boundary) {
        var out = new ByteArrayOutputStream(2 * letter.html().length() + 1024);
        part(out, boundary, "plain", letter.text());
        part(out, boundary, "html", letter.html());
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String boundary, String form, String text) {
        var head = """
                --%s
                Content-Type: text/%s; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                """.formatted(boundary, form);
        out.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(QuotedPrintable.of(text));
        out.writeBytes(LINE);
    }
}
