package com.duemate.platform.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.LiveUpdates;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.notifications.SenderName;
import com.duemate.platform.notifications.WaysOut;
import com.duemate.platform.notifications.internal.Channels.Result;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.FreePorts;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class DeliveryTest {

    @Autowired
    World world;

    @Autowired
    Messages messages;

    @Autowired
    WaysOut waysOut;

    @Autowired
    Brands brands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Handover handover;

    @Autowired
    HandoverRows rows;

    @Autowired
    Ticker emailOutboxTicker;

    @Autowired
    LiveUpdates updates;

    @Test
    void keepsAMessageInTestModeOnceHoweverOftenItIsQueued() {
        var tenant = world.aTenant();
        var first = queue(tenant, "same");
        var second = queue(tenant, "same");
        world.untilQuiet();

        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        var content = world.in(tenant, () -> messages.find(first.orElseThrow())).orElseThrow();
        assertThat(content.summary().status()).isEqualTo(MessageStatus.CAPTURED);
        assertThat(content.html()).contains("4,820.00").doesNotContainIgnoringCase("duemate");
        assertThat(world.in(world.aTenant(), () -> messages.find(first.orElseThrow())))
                .isEmpty();
    }

    @Test
    void whatGoesToManyTravelsOnTheLaneOfItsChannelAndWhatIsAwaitedDoesNot() {
        var tenant = world.aTenant();
        var message = queue(tenant, "on the lane").orElseThrow();
        world.untilQuiet();
        assertThat(lanes(tenant)).containsExactly("EMAIL");
        assertThat(statuses(tenant)).containsExactly("CAPTURED");

        queue(tenant, MessageKind.PAYMENT_LINK, "awaited");
        world.untilQuiet();
        assertThat(lanes(tenant)).containsExactly("EMAIL");
        assertThat(statuses(tenant)).containsExactly("CAPTURED", "CAPTURED");

        world.in(tenant, () -> {
            handover.deliver(List.of(message.value()));
            return true;
        });
        assertThat(events(tenant, "notifications.MessageSent.v1")).isEqualTo(2);
    }

    @Test
    void aSentMessageIsAnnouncedToScreensAndKeptWithoutTravelling() {
        var tenant = world.aTenant();
        var heard = new LinkedBlockingQueue<String>();
        try (var _ = updates.subscribe(tenant, heard::add)) {
            queue(tenant, "announced");
            world.untilQuiet();
        }
        assertThat(heard).containsOnlyOnce("notifications.MessageSent.v1");
        assertThat(world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                                "select status || ' ' || attempts from messaging.outbox where name = 'notifications.MessageSent.v1'")
                        .query(String.class)
                        .list()))
                .containsExactly("DONE 0");
    }

    /** Whatever an index holds is written there again at each step, and an index of what waits tempts the planner to read all of it. */
    @Test
    void whatBeingSentChangesStandsInNoIndex() {
        var indexes = world.inTransaction(new Scope.Tenant(world.aTenant()), () -> jdbc.sql(
                        "select indexdef from pg_indexes where schemaname = 'notifications' and tablename = 'message'")
                .query(String.class)
                .list());
        assertThat(indexes)
                .hasSizeGreaterThan(3)
                .noneMatch(index -> index.matches(".*\\b(status|attempts|leased_until|fence|reason)\\b.*"));
    }

    @Test
    void whatNobodyTookFromItsLaneIsFoundAfterAWhile() {
        var tenant = world.aTenant();
        emailOutboxTicker.stop();
        try {
            queue(tenant, "stuck");
            assertThat(statuses(tenant)).containsExactly("QUEUED");
            world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                            "update notifications.message set ready_at = ready_at - interval '30 seconds'")
                    .update());
            for (int i = 0; i < 100 && !statuses(tenant).equals(List.of("CAPTURED")); i++) {
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(statuses(tenant)).containsExactly("CAPTURED");
        } finally {
            emailOutboxTicker.start();
        }
        world.untilQuiet();
        assertThat(events(tenant, "notifications.MessageSent.v1")).isEqualTo(1);
    }

    /** All are vetted, then each is marked, sent and recorded by itself: when the line breaks at one, only that one is in doubt. */
    @Test
    void onlyTheOneThatWasBeingSentIsInDoubt() {
        var tenant = world.aTenant();
        emailOutboxTicker.stop();
        try {
            var ids = new java.util.ArrayList<UUID>();
            for (int i = 0; i < 3; i++) {
                ids.add(queue(tenant, "one of three " + i).orElseThrow().value());
            }
            var claimed = world.inTransaction(new Scope.Tenant(tenant), () -> {
                var letters = rows.claim(ids);
                rows.begin(letters.getFirst());
                return letters;
            });
            world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                            "update notifications.message set leased_until = '-infinity', ready_at = '-infinity'")
                    .update());
            for (int i = 0; i < 100 && statuses(tenant).contains("QUEUED"); i++) {
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(statuses(tenant)).containsExactly("CAPTURED", "CAPTURED", "UNKNOWN");
            assertThat(world.inTransaction(new Scope.Tenant(tenant), () -> rows.begin(claimed.getLast())))
                    .as("who slept through its lease marks nothing any more")
                    .isFalse();
        } finally {
            emailOutboxTicker.start();
        }
    }

    @Test
    void aServerThatIsAwayIsTriedHoweverOftenAndOneThatRefusesIsNot() {
        var tenant = world.aTenant();
        emailOutboxTicker.stop();
        try {
            var id = queue(tenant, "tried often").orElseThrow().value();
            world.inTransaction(new Scope.Tenant(tenant), () -> {
                rows.claim(List.of(id));
                for (int i = 0; i < 40; i++) {
                    attempt(id, new Result.Away("notifications.reason.mailServerAway"));
                }
                assertThat(state()).isEqualTo("QUEUED 0");
                for (int i = 1; i < 6; i++) {
                    attempt(id, new Result.NotSent("notifications.reason.refusedForNow", true));
                    assertThat(state()).isEqualTo("QUEUED " + i);
                }
                attempt(id, new Result.NotSent("notifications.reason.refusedForNow", true));
                assertThat(state()).isEqualTo("FAILED 6");
                return true;
            });
        } finally {
            emailOutboxTicker.start();
        }
    }

    private void attempt(UUID id, Result result) {
        var letter = jdbc.sql("select * from notifications.message where id = ?")
                .param(id)
                .query(Letter::of)
                .single();
        assertThat(rows.begin(letter)).isTrue();
        rows.record(letter, result);
    }

    private String state() {
        return jdbc.sql("select status || ' ' || attempts from notifications.message")
                .query(String.class)
                .single();
    }

    private List<String> lanes(TenantId tenant) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "select lane from messaging.outbox where name like 'notifications.%Queued.v1'")
                .query(String.class)
                .list());
    }

    private List<String> statuses(TenantId tenant) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("select status from notifications.message order by status")
                        .query(String.class)
                        .list());
    }

    private long events(TenantId tenant, String name) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("select count(*) from messaging.outbox where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single());
    }

    @Test
    void whoeverLeavesGetsNothingMore() {
        var tenant = world.aTenant();
        var message = queue(tenant, "before").orElseThrow();
        var wayOut = wayOut(tenant, message);

        assertThat(waysOut.find(tenant, wayOut)).isPresent();
        assertThat(waysOut.leave(world.aTenant(), wayOut)).isEmpty();
        assertThat(queue(tenant, "looking changes nothing")).isPresent();
        assertThat(waysOut.leave(tenant, wayOut))
                .isEqualTo(waysOut.leave(tenant, wayOut))
                .isPresent();
        assertThat(queue(tenant, "after")).isEmpty();
        assertThat(waysOut.leave(tenant, "no such secret")).isEmpty();
    }

    @Test
    void sendsByMailWithAWayOutAndOneLineHeaders() throws Exception {
        var mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            var result = smtp(mail.getSmtp().getPort(), letter("A note\r\nBcc: stranger@example.com"));
            assertThat(result).isEqualTo(new Result.Sent());
            var received = mail.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getHeader("Bcc")).isNull();
            assertThat(received[0].getSubject()).doesNotContain("\n").startsWith("A note");
            assertThat(received[0].getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        } finally {
            mail.stop();
        }
    }

    @Test
    void goesOutInThePersonsNameAndAnswersGoToThatPerson() throws Exception {
        var mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            smtp(mail.getSmtp().getPort(), letter("x", new SenderName("Maria Soto", "maria@example.com")));
            var received = mail.getReceivedMessages()[0];
            assertThat(received.getFrom()[0].toString()).isEqualTo("Maria Soto <billing@example.com>");
            assertThat(received.getReplyTo()[0].toString()).isEqualTo("maria@example.com");
        } finally {
            mail.stop();
        }
    }

    @Test
    void aServerThatIsAwayMayBeTriedAgainAndALostAnswerMayNot() throws Exception {
        assertThat(smtp(FreePorts.next(), letter("x")))
                .isEqualTo(new Result.Away("notifications.reason.mailServerAway"));
        assertThat(scripted("354 go on", null)).isEqualTo(new Result.Unknown());
        assertThat(scripted("354 go on", "550 no"))
                .isEqualTo(new Result.NotSent("notifications.reason.refused", false));
        assertThat(scripted("354 go on", "451 later"))
                .isEqualTo(new Result.NotSent("notifications.reason.refusedForNow", true));
        assertThat(scripted("354 go on", "250 ok")).isEqualTo(new Result.Sent());
        assertThat(scripted(null, "250 ok")).isEqualTo(new Result.Away("notifications.reason.mailServerAway"));
    }

    @Test
    void bothFormsArriveAsTheyWereWritten() throws Exception {
        var mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            smtp(mail.getSmtp().getPort(), letter("Zahlung über 4.820,00 €"));
            var received = mail.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Zahlung über 4.820,00 €");
            var forms = (jakarta.mail.Multipart) received.getContent();
            assertThat(forms.getCount()).isEqualTo(2);
            assertThat(forms.getContentType()).startsWith("multipart/alternative");
            assertThat(forms.getBodyPart(0).getContent().toString().strip()).isEqualTo("Grüße\r\n.\r\n..und Dank");
            assertThat(forms.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Grüße</p>");
            assertThat(received.getMessageID()).endsWith("@example.com>");
        } finally {
            mail.stop();
        }
    }

    /** What a server did with the letters of one connection: it ends it after each, without a word. */
    @Test
    void aConnectionThatEndedBetweenTwoLettersCostsNeither() throws Exception {
        try (var listener = new ServerSocket(0)) {
            var taken = new java.util.concurrent.atomic.AtomicInteger();
            var server = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 2; i++) {
                    serve(listener, "354 go on", "250 ok", true);
                    taken.incrementAndGet();
                }
            });
            var settings =
                    new SmtpSettings("127.0.0.1", listener.getLocalPort(), null, null, false, "billing@example.com");
            var channel = new SmtpChannel(settings, Instant::now);
            var tenant = world.aTenant();
            assertThat(world.in(tenant, () -> channel.send(letter("first"), brands.current())))
                    .isEqualTo(new Result.Sent());
            assertThat(world.in(tenant, () -> channel.send(letter("second"), brands.current())))
                    .isEqualTo(new Result.Sent());
            channel.close();
            // The letter is taken with the answer, before the server has counted it.
            server.join(Duration.ofSeconds(10));
            assertThat(taken).hasValue(2);
        }
    }

    /** A server that hangs up on whoever it has refused something takes no other letter with it. */
    @Test
    void aRefusedAddressCostsNoOtherLetter() throws Exception {
        try (var listener = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                refuse(listener);
                serve(listener, "354 go on", "250 ok", false);
            });
            var settings =
                    new SmtpSettings("127.0.0.1", listener.getLocalPort(), null, null, false, "billing@example.com");
            var channel = new SmtpChannel(settings, Instant::now);
            var tenant = world.aTenant();
            assertThat(world.in(tenant, () -> channel.send(letter("first"), brands.current())))
                    .isEqualTo(new Result.NotSent("notifications.reason.refused", false));
            assertThat(world.in(tenant, () -> channel.send(letter("second"), brands.current())))
                    .isEqualTo(new Result.Sent());
            channel.close();
        }
    }

    /** Refuses the recipient of one connection's letter and is gone. */
    private static void refuse(ServerSocket listener) {
        try (var socket = listener.accept()) {
            var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = socket.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                boolean recipient = line.startsWith("RCPT");
                out.write((recipient ? "550 nobody here\r\n" : "250 ok\r\n").getBytes(StandardCharsets.US_ASCII));
                if (recipient) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyLettersGoOverOneConnection() throws Exception {
        try (var listener = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> serve(listener, "354 go on", "250 ok", false));
            var settings =
                    new SmtpSettings("127.0.0.1", listener.getLocalPort(), null, null, false, "billing@example.com");
            var channel = new SmtpChannel(settings, Instant::now);
            var tenant = world.aTenant();
            for (int i = 0; i < 5; i++) {
                assertThat(world.in(tenant, () -> channel.send(letter("x"), brands.current())))
                        .isEqualTo(new Result.Sent());
            }
            channel.close();
        }
    }

    /** A mail server that answers DATA and the final dot as told; null cuts the line instead. */
    private Result scripted(@Nullable String toData, @Nullable String toDot) throws Exception {
        try (var listener = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> serve(listener, toData, toDot, false));
            return smtp(listener.getLocalPort(), letter("x"));
        }
    }

    /** Serves one connection. @param once until the first letter was answered */
    private static void serve(ServerSocket listener, @Nullable String toData, @Nullable String toDot, boolean once) {
        try (var socket = listener.accept()) {
            var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = socket.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                var answer = data ? toDot : line.startsWith("DATA") ? toData : "250 ok";
                if (answer == null) {
                    return;
                }
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                if (data && once) {
                    return;
                }
                data = !data && line.startsWith("DATA");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result smtp(int port, Letter letter) {
        var settings = new SmtpSettings("127.0.0.1", port, null, null, false, "billing@example.com");
        return world.in(world.aTenant(), () -> new SmtpChannel(settings, Instant::now).send(letter, brands.current()));
    }

    private static Letter letter(String subject) {
        return letter(subject, null);
    }

    private static Letter letter(String subject, @Nullable SenderName sender) {
        return new Letter(
                Ids.next(),
                "reminder",
                Channel.EMAIL,
                "ana@example.com",
                "Ana",
                subject,
                "<p>Grüße</p>",
                "Grüße\n.\n..und Dank",
                "http://acme.localhost/u/secret",
                List.of(),
                MessageStatus.SENDING,
                Instant.EPOCH,
                1,
                1,
                sender);
    }

    private Optional<MessageId> queue(TenantId tenant, String intent) {
        return queue(tenant, MessageKind.REMINDER, intent);
    }

    private Optional<MessageId> queue(TenantId tenant, MessageKind kind, String intent) {
        var customer = world.aCustomer(tenant);
        return world.inTransaction(
                new Scope.Tenant(tenant),
                () -> messages.queue(new OutgoingMessage(
                        kind.key(),
                        intent,
                        customer,
                        Channel.EMAIL,
                        "ana@example.com",
                        "Ana",
                        Locale.ENGLISH,
                        kind == MessageKind.REMINDER ? "friendly/late" : "",
                        new MessageFacts.OpenInvoices(
                                        List.of(new MessageFacts.OpenInvoice(
                                                "1042", LocalDate.of(2026, 2, 20), Money.of(482_000, "EUR"), 9, null)),
                                        URI.create("http://acme.localhost/p/x"),
                                        URI.create("http://acme.localhost/u/x"))
                                .model(),
                        List.of())));
    }

    private String wayOut(TenantId tenant, MessageId message) {
        var text = world.in(tenant, () -> messages.find(message)).orElseThrow().text();
        return text.replaceAll("(?s).*/u/([A-Za-z0-9_-]{20,}).*", "$1");
    }
}
