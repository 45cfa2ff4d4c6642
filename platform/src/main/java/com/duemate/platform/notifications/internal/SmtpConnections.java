package com.duemate.platform.notifications.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Connections to the mail server, each for one letter at a time and then, for some seconds, for the next. */
final class SmtpConnections implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int MOST_LETTERS = 100;
    private static final long ASK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long KEPT_SECONDS = 10;

    private final SmtpSettings settings;
    private final Session session;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean tidyingPlanned = new AtomicBoolean();

    SmtpConnections(SmtpSettings settings) {
        this.settings = settings;
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.timeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.writetimeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.from", settings.from());
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        session = Session.getInstance(properties);
    }

    Session session() {
        return session;
    }

    /** One that answers: used before, or a new one. */
    Connection take() throws MessagingException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.answers()) {
                return kept;
            }
            kept.close();
        }
        return open();
    }

    Connection open() throws MessagingException {
        var transport = session.getTransport("smtp");
        transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
        return new Connection(transport);
    }

    /** Only after a letter was taken; otherwise close it. */
    void giveBack(Connection connection) {
        if (connection.letters >= MOST_LETTERS) {
            connection.close();
            return;
        }
        connection.since = System.nanoTime();
        idle.addFirst(connection);
        planTidying();
    }

    private void planTidying() {
        if (tidyingPlanned.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(KEPT_SECONDS, TimeUnit.SECONDS).execute(() -> {
                tidyingPlanned.set(false);
                tidy();
            });
        }
    }

    private void tidy() {
        long now = System.nanoTime();
        for (var connection : idle) {
            if (now - connection.since >= TimeUnit.SECONDS.toNanos(KEPT_SECONDS) && idle.remove(connection)) {
                connection.close();
            }
        }
        if (!idle.isEmpty()) {
            planTidying();
        }
    }

    @Override
    public void close() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }

    /** Not safe for two threads. */
    static final class Connection implements AutoCloseable {

        private final Transport transport;
        private int letters;
        private volatile long since;

        Connection(Transport transport) {
            this.transport = transport;
        }

        boolean wasUsed() {
            return letters > 0;
        }

        void send(Mail mail) throws MessagingException {
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                letters++;
            }
        }

        private boolean answers() {
            return System.nanoTime() - since < ASK_AFTER_NANOS || transport.isConnected();
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException _) {
                // The server was gone before us.
            }
        }
    }
}
