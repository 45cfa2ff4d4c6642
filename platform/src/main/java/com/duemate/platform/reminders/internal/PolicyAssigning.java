package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.tenancy.TenantProfile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives invoices their policies by the rules as they stand, in the caller's transaction. */
@Component
class PolicyAssigning {

    private final PolicyBook policies;
    private final AssignmentBook book;
    private final TraitsReading traits;

    PolicyAssigning(PolicyBook policies, AssignmentBook book, TraitsReading traits) {
        this.policies = policies;
        this.book = book;
        this.traits = traits;
    }

    /** @param byRules of those that were asked for and are owed */
    record Assigned(Map<InvoiceId, PolicyVersion> byRules) {

        boolean knows(InvoiceId invoice) {
            return byRules.containsKey(invoice);
        }

        /** @throws java.util.NoSuchElementException for one that is not owed */
        PolicyVersion to(InvoiceId invoice) {
            return Optional.ofNullable(byRules.get(invoice)).orElseThrow();
        }
    }

    /** Neither the policies nor the rules change until the caller's transaction ends. */
    Assigned assign(Collection<UUID> invoices, TenantProfile tenant) {
        var shelf = policies.shelf(tenant);
        var standing = shelf.standing();
        var rules = book.current().rules();
        if (rules.isEmpty()) {
            var policy = policies.find(standing);
            return new Assigned(invoices.stream().distinct().collect(Collectors.toMap(InvoiceId::new, _ -> policy)));
        }
        var assigned = traits.assign(invoices, new Assigning(rules, standing.id()), tenant);
        var versions =
                policies.findAll(assigned.values().stream().map(shelf::newest).collect(Collectors.toSet()));
        var byRules = new HashMap<InvoiceId, PolicyVersion>();
        assigned.forEach((invoice, policy) -> byRules.put(
                invoice, Optional.ofNullable(versions.get(shelf.newest(policy))).orElseThrow()));
        return new Assigned(byRules);
    }
}
