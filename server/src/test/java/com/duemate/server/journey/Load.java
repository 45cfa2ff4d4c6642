package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.server.journey.Auditor.Asked;
import java.io.IOException;
import java.net.ConnectException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's business going on while its server dies and comes back. It keeps what was acknowledged, and asks again only where asking
 * twice is said to be harmless: forms, payments with a key, commits.
 */
final class Load {

    static final int ROWS = 400;

    private static final int MOST_CUSTOMERS = 12;

    private final Rest rest;
    private final Payer payer;
    private final LocalDate today;
    private final List<String> customers = new ArrayList<>();
    private final Collection<Asked> invoices = new ConcurrentLinkedQueue<>();
    private final Collection<String> keys = new ConcurrentLinkedQueue<>();
    private final Collection<String> paid = new ConcurrentLinkedQueue<>();
    private final Map<String, List<String>> files = new ConcurrentHashMap<>();
    private final Collection<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    // Held while days pass, and by whoever is at the provider's page, which is good for minutes only.
    private final ReentrantLock clock = new ReentrantLock(true);
    private volatile boolean going = true;

    Load(PackagedServer server, Rest rest, LocalDate today, long seed) {
        this.rest = rest;
        this.payer = new Payer(server);
        this.today = today;
        for (int i = 0; i < MOST_CUSTOMERS; i++) {
            var name = "Kill Test " + i;
            var answer = rest.post("/api/v1/customers", Map.of("name", name, "email", "kill" + i + "@example.com"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            customers.add(answer.json().get("id").asString());
        }
        begin("creates", new Random(seed), this::create);
        begin("manual", new Random(seed + 1), this::bookByHand);
        begin("payer", new Random(seed + 2), this::payOnline);
        begin("imports", new Random(seed + 3), this::bringIn);
    }

    Collection<Asked> invoices() {
        return invoices;
    }

    /** The tenant's own names of payments that were acknowledged. */
    Collection<String> keys() {
        return keys;
    }

    /** Invoices whose payment the provider's page took. */
    Collection<String> paid() {
        return paid;
    }

    /** The numbers in each file whose commit was acknowledged. */
    Map<String, List<String>> files() {
        return files;
    }

    /** Walks while nobody is at the provider's page. @return false when the answer was lost */
    boolean walk(String period) {
        clock.lock();
        try {
            return rest.put("/api/dev/clock", Map.of("advance", period)).status() == 200;
        } catch (IllegalStateException e) {
            return false;
        } finally {
            clock.unlock();
        }
    }

    /** Lets everybody finish what they are at; the server must be up. */
    void end() throws InterruptedException {
        going = false;
        for (var thread : threads) {
            thread.join(60_000);
            assertThat(thread.isAlive()).as(thread.getName() + " still waits").isFalse();
        }
        assertThat(faults).isEmpty();
    }

    private interface Work {
        void once(int n, Random random);
    }

    private void begin(String name, Random random, Work work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> {
            for (int n = 0; going; n++) {
                try {
                    work.once(n, random);
                } catch (IllegalStateException e) {
                    if (!(e.getCause() instanceof IOException)) {
                        faults.add(e);
                    }
                    PackagedServer.sleep(100);
                } catch (RuntimeException | Error e) {
                    faults.add(e);
                }
            }
        }));
    }

    private void create(int n, Random random) {
        invoice("kill-create-" + n, random);
        PackagedServer.sleep(100 + random.nextInt(100));
    }

    /** Asked for once: who hears nothing cannot know. */
    private @Nullable String invoice(String mark, Random random) {
        var due = today.plusDays(random.nextInt(12) - 2L);
        var body = new HashMap<String, Object>();
        body.put("customerId", customers.get(random.nextInt(customers.size())));
        body.put("subject", mark);
        body.put("issuedOn", due.minusDays(30).toString());
        body.put("dueOn", due.toString());
        body.put("total", Map.of("amount", 1_000 + random.nextInt(90_000), "currency", "EUR"));
        try {
            var answer = rest.post("/api/v1/invoices", body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            var id = answer.json().get("id").asString();
            invoices.add(new Asked(mark, id));
            return id;
        } catch (IllegalStateException e) {
            // Nobody was there to hear it.
            if (!(e.getCause() instanceof ConnectException)) {
                invoices.add(new Asked(mark, null));
            }
            throw e;
        }
    }

    private void bookByHand(int n, Random random) {
        var invoice = Objects.requireNonNull(invoice("kill-manual-" + n, random));
        var open = rest.get("/api/v1/invoices/" + invoice);
        var key = "kill-" + n;
        var body = Map.of(
                "key", key,
                "customerId", open.get("customerId").asString(),
                "amount", Map.of("amount", open.get("total").get("amount").asLong(), "currency", "EUR"),
                "invoiceIds", List.of(invoice));
        var answer = insist(() -> rest.post("/api/v1/payments", body));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        keys.add(key);
        PackagedServer.sleep(100 + random.nextInt(200));
    }

    private void payOnline(int n, Random random) {
        var invoice = Objects.requireNonNull(invoice("kill-paid-" + n, random));
        var link = insist(() -> rest.post("/api/v1/invoices/" + invoice + "/payment-links", Map.of()));
        assertThat(link.status()).as(link.body()).isEqualTo(201);
        clock.lock();
        try {
            if (payer.pay(link.json().get("url").asString(), random.nextInt(4) == 0 ? "SLOW" : "APPROVED")) {
                paid.add(invoice);
            }
        } finally {
            clock.unlock();
        }
        PackagedServer.sleep(100 + random.nextInt(200));
    }

    private void bringIn(int n, Random random) {
        var file = "kill-" + n + ".csv";
        var numbers = new ArrayList<String>();
        var rows = new StringBuilder("Customer;E-mail;Invoice number;Issued on;Due on;Amount\n");
        for (int i = 0; i < ROWS; i++) {
            var number = "KILL-%d-%d".formatted(n, i);
            numbers.add(number);
            var due = today.plusDays(random.nextInt(40));
            rows.append("Import %d;import%d@example.com;%s;%s;%s;%d.50\n"
                    .formatted(i % 25, i % 25, number, due.minusDays(30), due, 10 + random.nextInt(900)));
        }
        var id = upload(file, rows.toString());
        until(id, "READY", "COMMITTING", "COMMITTED");
        insist(() -> rest.post("/api/v1/imports/" + id + "/commit", Map.of()));
        files.put(file, numbers);
        until(id, "COMMITTED");
        PackagedServer.sleep(2_000 + random.nextInt(500));
    }

    /** Who heard nothing looks for the file before sending it again. */
    private String upload(String file, String content) {
        return insist(() -> rest.all("/api/v1/imports").stream()
                .filter(each -> each.get("fileName").asString().equals(file))
                .map(each -> each.get("id").asString())
                .findFirst()
                .orElseGet(() -> rest.upload(file, content, false)));
    }

    private void until(String id, String... wanted) {
        while (true) {
            var state =
                    insist(() -> rest.get("/api/v1/imports/" + id)).get("state").asString();
            assertThat(state).isNotEqualTo("FAILED");
            if (List.of(wanted).contains(state)) {
                return;
            }
            PackagedServer.sleep(150);
        }
    }

    static <T> T insist(Supplier<T> action) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                return action.get();
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof IOException) || System.nanoTime() > deadline) {
                    throw e;
                }
                PackagedServer.sleep(100);
            }
        }
    }
}
