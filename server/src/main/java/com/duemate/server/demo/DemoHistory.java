package com.duemate.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Eighteen months of one tenant's business, drawn from a fixed seed: what was invoiced, when and how it was paid. Each customer
 * has a temper: some pay early, some late, one hardly ever.
 */
final class DemoHistory {

    private static final int MONTHS = 18;
    private static final long SEED = 20_260_101;

    /** What happens to an invoice after it was issued. */
    enum Fate {
        PAID,
        PAID_IN_PARTS,
        PARTLY_PAID,
        PROMISED,
        DISPUTED,
        VOIDED,
        DRAFT
    }

    /**
     * @param customer index into the tenant's customers
     * @param cents net of each line
     * @param paidAfter days from the due date, negative is early
     */
    record Draw(
            int customer,
            LocalDate issuedOn,
            LocalDate dueOn,
            String work,
            List<Long> cents,
            Fate fate,
            int paidAfter) {

        long total() {
            return cents.stream().mapToLong(Long::longValue).sum();
        }

        LocalDate paidOn() {
            return dueOn.plusDays(paidAfter);
        }
    }

    private final DemoTenant tenant;
    private final LocalDate today;
    private final Random random;

    private DemoHistory(DemoTenant tenant, LocalDate today) {
        this.tenant = tenant;
        this.today = today;
        this.random = new Random(SEED + tenant.slug().hashCode());
    }

    /** In the order of their issue dates. */
    static List<Draw> of(DemoTenant tenant, LocalDate today) {
        return new DemoHistory(tenant, today).draw();
    }

    private List<Draw> draw() {
        var draws = new ArrayList<Draw>();
        for (var day = today.minusMonths(MONTHS); !day.isAfter(today); day = day.plusDays(1)) {
            for (int customer = 0; customer < tenant.customers().size(); customer++) {
                if (random.nextInt(44) == 0) {
                    draws.add(one(customer, day));
                }
            }
        }
        draws.addAll(oneOfEach());
        draws.sort(Comparator.comparing(Draw::issuedOn));
        return draws;
    }

    /** What must be there to be looked at, whatever the dice say. */
    private List<Draw> oneOfEach() {
        var draws = new ArrayList<Draw>();
        int customer = 0;
        for (var fate : List.of(Fate.PARTLY_PAID, Fate.PROMISED, Fate.DISPUTED, Fate.VOIDED, Fate.DRAFT)) {
            var issuedOn = fate == Fate.DRAFT ? today.minusDays(1) : today.minusDays(18);
            var usual = one(customer++ % tenant.customers().size(), issuedOn);
            draws.add(
                    new Draw(usual.customer(), issuedOn, issuedOn.plusDays(14), usual.work(), usual.cents(), fate, 1));
        }
        return draws;
    }

    private Draw one(int customer, LocalDate issuedOn) {
        int terms = List.of(14, 30, 30, 30, 45).get(customer % 5);
        int lines = 1 + random.nextInt(3);
        var cents = new ArrayList<Long>();
        for (int i = 0; i < lines; i++) {
            long whole = tenant.cheapest() + random.nextInt(tenant.dearest() - tenant.cheapest());
            cents.add((whole / (lines + 1)) * 100L + (random.nextInt(4) == 0 ? 50 : 0));
        }
        var work = tenant.works().get(random.nextInt(tenant.works().size()));
        return new Draw(customer, issuedOn, issuedOn.plusDays(terms), work, cents, fate(issuedOn), temper(customer));
    }

    private Fate fate(LocalDate issuedOn) {
        int dice = random.nextInt(100);
        boolean recent = issuedOn.isAfter(today.minusDays(75));
        if (issuedOn.isAfter(today.minusDays(4)) && dice < 40) {
            return Fate.DRAFT;
        }
        if (recent && dice < 8) {
            return Fate.PARTLY_PAID;
        }
        if (recent && dice < 14) {
            return Fate.PROMISED;
        }
        if (recent && dice < 18) {
            return Fate.DISPUTED;
        }
        if (dice >= 97) {
            return Fate.VOIDED;
        }
        return dice >= 88 ? Fate.PAID_IN_PARTS : Fate.PAID;
    }

    private int temper(int customer) {
        return switch (customer % 8) {
            case 0, 1 -> -random.nextInt(9);
            case 2, 3, 4 -> random.nextInt(6) - 1;
            case 5 -> 4 + random.nextInt(14);
            case 6 -> 8 + random.nextInt(26);
            default -> 18 + random.nextInt(60);
        };
    }

    /** Morning of a day in the tenant's zone. */
    static Instant morning(LocalDate day, DemoTenant tenant) {
        return day.atTime(LocalTime.of(9, 12)).atZone(tenant.zone()).toInstant();
    }
}
