package com.duemate.server.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what was promised with what is there; each check answers what breaks its rule, and nothing when all is well. */
final class Auditor {

    private Auditor() {}

    /** A create that was asked for. @param acknowledged the id answered; null when the answer was lost */
    record Asked(String mark, @Nullable String acknowledged) {}

    record Made(String id, String mark, @Nullable String number) {}

    /**
     * One message to a customer.
     *
     * @param reason a text key; empty when there is none
     * @param about what it speaks of
     */
    record Message(
            String id,
            String kind,
            String customer,
            Instant queuedAt,
            String status,
            String reason,
            List<String> about) {

        /** Kept back by a circuit or a person, and said so. */
        boolean isHeld() {
            return status.equals("QUEUED") && reason.equals("notifications.reason.stopped");
        }

        boolean isLeft() {
            return List.of("QUEUED", "SENDING", "UNKNOWN").contains(status) && !isHeld();
        }
    }

    /** The final word on one step of an invoice's reminders. */
    record Decision(
            String invoice,
            int cycle,
            int position,
            String customer,
            String outcome,
            @Nullable String message) {

        String step() {
            return invoice + "/" + cycle + "/" + position;
        }
    }

    record Payment(String id, String status, @Nullable String receipt, List<String> invoices) {}

    record Imported(String file, String state, long rows, long created, long rejected) {}

    record Entry(
            long sequence,
            String action,
            String subject,
            String actor,
            String facts,
            Instant businessAt,
            Instant systemAt,
            byte[] previous,
            byte[] hash) {}

    /** Every create acknowledged is there once and is what was answered; one whose answer was lost is there once or not at all. */
    static List<String> creates(Collection<Asked> asked, Collection<Made> made) {
        var faults = new ArrayList<String>();
        for (var one : asked) {
            var found =
                    made.stream().filter(each -> each.mark().equals(one.mark)).toList();
            var acknowledged = one.acknowledged;
            if (found.size() > 1) {
                faults.add(one.mark + " is there " + found.size() + " times");
            } else if (acknowledged != null
                    && found.stream().noneMatch(each -> each.id().equals(acknowledged))) {
                faults.add(one.mark + " was acknowledged as " + acknowledged + " and is not there");
            }
        }
        doubled(made.stream().map(Made::number).filter(Objects::nonNull).toList(), "number", faults);
        return faults;
    }

    /**
     * At most one reminder a customer and day, but for those withdrawn before they left; one decision a step; and no message or
     * decision without the other.
     */
    static List<String> reminders(Collection<Message> messages, Collection<Decision> decisions, ZoneId zone) {
        var faults = new ArrayList<String>();
        var reminders =
                messages.stream().filter(each -> each.kind().equals("reminder")).toList();
        doubled(
                reminders.stream()
                        .filter(each -> !each.status().equals("WITHDRAWN"))
                        .map(each -> each.customer() + " on " + LocalDate.ofInstant(each.queuedAt(), zone))
                        .toList(),
                "reminder to",
                faults);
        doubled(decisions.stream().map(Decision::step).toList(), "decision on", faults);
        var sent = new HashMap<String, String>();
        reminders.forEach(each -> sent.put(each.id(), each.customer()));
        var decided = new HashSet<String>();
        for (var decision : decisions) {
            var message = decision.message();
            if (message != null) {
                decided.add(message);
                if (!decision.customer().equals(sent.get(message))) {
                    faults.add(decision.step() + " was decided as " + decision.outcome()
                            + " by a message that is not there");
                }
            }
        }
        sent.keySet().stream()
                .filter(id -> !decided.contains(id))
                .forEach(id -> faults.add("reminder " + id + " was never decided on"));
        messages.stream()
                .filter(Message::isLeft)
                .forEach(each -> faults.add(each.kind() + " " + each.id() + " is left " + each.status()));
        return faults;
    }

    /** Each invoice that was paid on the hosted page has one payment received, with a number and one receipt of its own. */
    static List<String> payments(Collection<String> paid, Collection<Payment> payments, Collection<Message> messages) {
        var faults = new ArrayList<String>();
        for (var invoice : paid) {
            var received = payments.stream()
                    .filter(each -> each.invoices().contains(invoice) && each.receipt() != null)
                    .toList();
            if (received.size() != 1) {
                faults.add(invoice + " was paid once and has " + received.size() + " payments");
            }
            for (var payment : received) {
                long receipts = messages.stream()
                        .filter(each ->
                                each.kind().equals("receipt") && each.about().contains(payment.id()))
                        .count();
                if (receipts != 1) {
                    faults.add("payment " + payment.id() + " has " + receipts + " receipts");
                }
            }
        }
        doubled(payments.stream().map(Payment::receipt).filter(Objects::nonNull).toList(), "receipt", faults);
        payments.stream()
                .filter(each -> each.status().equals("IN_FLIGHT"))
                .forEach(each -> faults.add("payment " + each.id() + " never ends"));
        return faults;
    }

    /** An import committed took every row, once. @param numbers of the invoices in each file */
    static List<String> imports(
            Map<String, ? extends Collection<String>> numbers, Collection<Imported> imports, Collection<Made> made) {
        var faults = new ArrayList<String>();
        var there = new HashMap<String, Integer>();
        made.forEach(each -> there.merge(Objects.requireNonNullElse(each.number(), ""), 1, Integer::sum));
        for (var file : imports) {
            var wanted = numbers.get(file.file());
            if (wanted == null) {
                continue;
            }
            if (!file.state().equals("COMMITTED")) {
                faults.add(file.file() + " is left " + file.state());
            }
            if (file.rows() != wanted.size() || file.created() != wanted.size() || file.rejected() != 0) {
                faults.add("%s has %d rows and says it is %s".formatted(file.file(), wanted.size(), file));
            }
            long found = wanted.stream()
                    .filter(number -> there.getOrDefault(number, 0) == 1)
                    .count();
            if (found != wanted.size()) {
                faults.add(
                        "%s has %d rows, and %d of them are there once".formatted(file.file(), wanted.size(), found));
            }
        }
        return faults;
    }

    /** Each entry stands on the one before it, from the first to the head. */
    static List<String> chain(List<Entry> entries, byte[] head) {
        var faults = new ArrayList<String>();
        var previous = new byte[32];
        long sequence = 0;
        for (var entry : entries) {
            if (entry.sequence() != ++sequence) {
                faults.add("entry " + sequence + " is missing before " + entry.sequence());
                sequence = entry.sequence();
            }
            if (!Arrays.equals(previous, entry.previous()) || !Arrays.equals(hash(entry), entry.hash())) {
                faults.add("entry " + entry.sequence() + " was changed");
            }
            previous = entry.hash();
        }
        if (!Arrays.equals(previous, head)) {
            faults.add("the last entry is not the head");
        }
        return faults;
    }

    static byte[] hash(Entry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(entry.previous());
            var text = String.join(
                    "\n",
                    Long.toString(entry.sequence()),
                    entry.action(),
                    entry.subject(),
                    entry.actor(),
                    entry.facts(),
                    entry.businessAt().toString(),
                    entry.systemAt().toString());
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void doubled(Collection<String> all, String what, List<String> faults) {
        var seen = new HashSet<String>();
        all.stream().filter(each -> !seen.add(each)).forEach(each -> faults.add(what + " " + each + " is there twice"));
    }
}
