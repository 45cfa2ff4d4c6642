package com.duemate.platform.notifications.internal;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.notifications.internal.Channels.Result;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends by SMTP (RFC 5321) with one-click unsubscribe (RFC 8058). A reply of the server decides; a connection that broke after
 * the message was handed over leaves the outcome unknown.
 */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpChannel {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final SmtpSettings settings;
    private final Brands brands;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    SmtpChannel(SmtpSettings settings, Brands brands) {
        this.settings = settings;
        this.brands = brands;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.username());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.timeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.writetimeout", Integer.toString(TIMEOUT_MILLIS));
    }

    Result send(Letter letter) {
        if (!settings.isConfigured()) {
            return new Result.NotSent("notifications.reason.noChannel", false);
        }
        MimeMessage mail;
        try {
            mail = write(letter);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Result.NotSent("notifications.reason.badAddress", false);
        }
        try {
            sender.send(mail);
            return new Result.Sent();
        } catch (MailAuthenticationException _) {
            return new Result.NotSent("notifications.reason.mailServerRefusesUs", true);
        } catch (MailException e) {
            return judge(e);
        }
    }

    private MimeMessage write(Letter letter) throws MessagingException, UnsupportedEncodingException {
        var brand = brands.current();
        var mail = new IdentifiedMessage(
                sender, letter.id() + "@" + settings.from().replaceAll(".*@", ""));
        var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        var person = letter.sender();
        helper.setFrom(settings.from(), oneLine(person == null ? brand.senderName() : person.name()));
        helper.setTo(letter.address());
        var replyTo = person == null ? brand.replyTo() : person.replyTo();
        if (replyTo != null) {
            helper.setReplyTo(replyTo);
        }
        helper.setSubject(oneLine(letter.subject()));
        helper.setText(letter.text(), letter.html());
        if (letter.wayOut() != null) {
            mail.setHeader("List-Unsubscribe", "<" + letter.wayOut() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    private static Result judge(MailException failure) {
        for (@Nullable Throwable cause = first(failure); cause != null; cause = next(cause)) {
            switch (cause) {
                case MailConnectException _ -> {
                    return new Result.NotSent("notifications.reason.mailServerAway", true);
                }
                case SMTPAddressFailedException refused -> {
                    return byCode(refused.getReturnCode());
                }
                case SMTPSendFailedException refused -> {
                    if (refused.getReturnCode() > 0) {
                        return byCode(refused.getReturnCode());
                    }
                }
                default -> {}
            }
        }
        return new Result.Unknown();
    }

    /** RFC 5321: 4yz may be tried again, 5yz may not. */
    private static Result byCode(int code) {
        return code >= 400 && code < 500
                ? new Result.NotSent("notifications.reason.refusedForNow", true)
                : new Result.NotSent("notifications.reason.refused", false);
    }

    private static @Nullable Throwable first(MailException failure) {
        if (failure instanceof org.springframework.mail.MailSendException send
                && send.getMessageExceptions().length > 0) {
            return send.getMessageExceptions()[0];
        }
        return failure.getCause();
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }

    /** Keeps the Message-ID we gave, so that a provider's events and a person's complaint lead back to the row. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
