package com.duemate.platform.testkit;

import com.duemate.platform.testkit.MailSink.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what was due with what the mail server really accepted, and with what people are told about it. Answers what breaks a
 * rule, and nothing when all is well.
 */
public final class ReminderAudit {

    private static final Set<String> OPEN = Set.of("QUEUED", "SENDING");

    private ReminderAudit() {}

    /** A message as it is shown to people. */
    public record Listed(String id, String address, String status) {}

    /**
     * Once all is quiet: nothing due is lost, nothing came twice, whatever is said to be sent was received, and what is in doubt is
     * listed as such.
     *
     * @param due addresses, each of which is to get one message
     * @param mayBeInDoubt whether something was cut off between the intent to write to that address and the record of it
     */
    public static List<String> faults(
            Collection<String> due,
            Collection<Received> received,
            Collection<Listed> listed,
            Predicate<String> mayBeInDoubt) {
        var faults = new ArrayList<String>();
        var times = new HashMap<String, Integer>();
        received.forEach(each -> times.merge(each.recipient(), 1, Integer::sum));
        var ids = received.stream().map(Received::id).collect(Collectors.toSet());
        var inDoubt = inDoubt(listed);
        var wanted = new HashSet<>(due);
        for (var address : wanted) {
            int count = times.getOrDefault(address, 0);
            if (count == 0 && !inDoubt.contains(address)) {
                faults.add(address + " was to get a message, got none, and nobody is told");
            }
        }
        times.forEach((address, count) -> {
            if (count > 1) {
                faults.add(address + " got " + count + " messages");
            }
            if (!wanted.contains(address)) {
                faults.add(address + " was to get nothing");
            }
        });
        for (var each : listed) {
            var what = each.address() + ": " + each.id() + " is " + each.status();
            if (each.status().equals("SENT") && !ids.contains(each.id())) {
                faults.add(what + " and was never received");
            }
            if (!each.status().equals("SENT") && !each.status().equals("UNKNOWN") && ids.contains(each.id())) {
                faults.add(what + " and was received");
            }
            if (OPEN.contains(each.status())) {
                faults.add(what + " for ever");
            }
            if (each.status().equals("UNKNOWN") && !mayBeInDoubt.test(each.address())) {
                faults.add(what + " and nothing was cut off");
            }
        }
        var shown = listed.stream().map(Listed::id).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> !shown.contains(id))
                .forEach(id -> faults.add(id + " was received and never written down"));
        return faults;
    }

    /** Addresses of messages that a person has to look after. */
    public static Set<String> inDoubt(Collection<Listed> listed) {
        return listed.stream()
                .filter(each -> each.status().equals("UNKNOWN"))
                .map(Listed::address)
                .collect(Collectors.toSet());
    }
}
