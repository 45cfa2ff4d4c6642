package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;

/** What a customer paid and no invoice has used yet, spent in thought on its oldest invoices first. */
final class Credit {

    private Credit() {}

    /** The items, oldest first; those whose whole open amount the credit of their currency reaches are marked as covered. */
    static List<OpenItem> spend(List<Money> credits, List<OpenItem> items) {
        var left = new HashMap<Currency, Money>();
        credits.forEach(credit -> left.put(credit.currency(), credit));
        var marked = new ArrayList<OpenItem>();
        for (var item : items.stream().sorted(OpenItem.OLDEST_FIRST).toList()) {
            if (!item.open().isPositive()) {
                marked.add(item);
                continue;
            }
            var credit = left.getOrDefault(
                    item.open().currency(), Money.zero(item.open().currency()));
            var covered = credit.compareTo(item.open()) >= 0;
            left.put(credit.currency(), covered ? credit.minus(item.open()) : Money.zero(credit.currency()));
            marked.add(covered ? item.covered() : item);
        }
        return marked;
    }
}
