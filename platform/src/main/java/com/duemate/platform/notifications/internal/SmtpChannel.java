package com.duemate.platform.notifications.internal;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.notifications.internal.Channels.Result;
import jakarta.annotation.PreDestroy;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Sends by SMTP (RFC 5321) with one-click unsubscribe (RFC 8058). A reply of the server decides; a connection that broke after
 * the server had asked for the content leaves the outcome unknown, one that broke before certainly brought nothing.
 */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpChannel {

    private static final int CLOSING = 421;

    private final SmtpSettings settings;
    private final SecurityClock clock;
    private final SmtpConnections connections;

    SmtpChannel(SmtpSettings settings, SecurityClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.connections = new SmtpConnections(settings);
    }

    @PreDestroy
    void close() {
        connections.close();
    }

    Result send(Letter letter, Brand brand) {
        if (!settings.isConfigured()) {
            return new Result.NotSent("notifications.reason.noChannel", false);
        }
        Mail mail;
        try {
            mail = write(letter, brand);
        } catch (MessagingException | UnsupportedEncodingException _) {
            return new Result.NotSent("notifications.reason.badAddress", false);
        }
        try {
            return send(mail, connections.take());
        } catch (MessagingException e) {
            return judge(e, mail);
        }
    }

    /** A connection is kept only after a letter was taken: the library closes some after a refusal, and does not say so. */
    private Result send(Mail mail, SmtpConnections.Connection connection) throws MessagingException {
        boolean wasUsed = connection.wasUsed();
        try {
            connection.send(mail);
            connections.giveBack(connection);
            return new Result.Sent();
        } catch (MessagingException | IllegalStateException e) {
            connection.close();
            int code = replyTo(e);
            // A server may end a connection it has kept for long at any time.
            return wasUsed && !mail.begun() && (code <= 0 || code == CLOSING)
                    ? send(mail, connections.open())
                    : judge(e, mail);
        }
    }

    private Mail write(Letter letter, Brand brand) throws MessagingException, UnsupportedEncodingException {
        var person = letter.sender();
        return new Mail(
                connections.session(),
                letter,
                settings.from(),
                person == null ? brand.senderName() : person.name(),
                person == null ? brand.replyTo() : person.replyTo(),
                clock.now());
    }

    private static Result judge(Exception failure, Mail mail) {
        if (failure instanceof AuthenticationFailedException) {
            return new Result.Away("notifications.reason.mailServerRefusesUs");
        }
        int code = replyTo(failure);
        if (code > 0) {
            return byCode(code);
        }
        return mail.begun() ? new Result.Unknown() : new Result.Away("notifications.reason.mailServerAway");
    }

    /** RFC 5321: 4yz may be tried again, 5yz may not. */
    private static Result byCode(int code) {
        return code >= 400 && code < 500
                ? new Result.NotSent("notifications.reason.refusedForNow", true)
                : new Result.NotSent("notifications.reason.refused", false);
    }

    /** What the server said to the recipient or to the letter; 0 when it said nothing. */
    private static int replyTo(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return refused.getReturnCode();
            }
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                return refused.getReturnCode();
            }
        }
        return 0;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }
}
