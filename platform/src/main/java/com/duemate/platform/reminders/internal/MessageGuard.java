package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A rule that looks at the message a customer would get and may stop it, or make it wait. */
@FunctionalInterface
interface MessageGuard {

    /** What this rule has against the message; empty when nothing. */
    Optional<Verdict> weigh(Draft draft, Situation situation);

    MessageGuard NO_ADDRESS = (draft, situation) -> situation.debtor().isReachable(draft.channel())
                    || situation.tenant().captures()
            ? Optional.empty()
            : Optional.of(Verdict.of(Reason.NO_ADDRESS)
                    .with(Fact.WANTED_CHANNEL, draft.step().channel())
                    .with(Fact.UNTIL, situation.dayAfter(situation.today())));

    MessageGuard SUPPRESSED =
            (draft, situation) -> situation.debtor().suppressed().contains(draft.channel())
                    ? Optional.of(Verdict.of(Reason.SUPPRESSED).with(Fact.CHANNEL, draft.channel()))
                    : Optional.empty();

    /** Holds a message back only when what it asks for stays below the minimum in every one of its currencies. */
    MessageGuard BELOW_MINIMUM = (draft, situation) -> {
        var minimums = new HashMap<Currency, Money>();
        draft.carrier().plan().terms().minimums().forEach(minimum -> minimums.put(minimum.currency(), minimum));
        var totals = draft.totals();
        for (var total : totals.values()) {
            var minimum = minimums.get(total.currency());
            if (minimum == null || total.compareTo(minimum) >= 0) {
                return Optional.empty();
            }
        }
        var currency = draft.carrier().open().currency();
        return Optional.of(Verdict.of(Reason.BELOW_MINIMUM)
                .with(Fact.TOTAL, totals.getOrDefault(currency, draft.carrier().open()))
                .with(Fact.MINIMUM, minimums.getOrDefault(currency, Money.zero(currency))));
    };

    MessageGuard STOPPED = (draft, situation) -> {
        var stopped = situation.tenant().braking().stopped();
        return stopped == null
                ? Optional.empty()
                : Optional.of(StopVerdict.of(stopped).with(Fact.UNTIL, situation.dayAfter(situation.today())));
    };

    MessageGuard QUOTA = (draft, situation) -> {
        var allowance = situation.tenant().braking().allowance();
        return allowance == null || draft.channel().byHand() || !allowance.isUsedUp(situation.now())
                ? Optional.empty()
                : Optional.of(Verdict.of(Reason.QUOTA)
                        .with(Fact.ALLOWANCE, allowance.monthly())
                        .with(Fact.UNTIL, situation.times().nextOpening(allowance.renewsAt())));
    };

    MessageGuard HOLIDAY = (draft, situation) -> situation
            .hours()
            .holidays()
            .name(situation.today(), situation.tenant().locale())
            .map(name -> Verdict.of(Reason.HOLIDAY)
                    .with(Fact.HOLIDAY, name)
                    .with(Fact.UNTIL, situation.times().nextOpening(situation.now())));

    MessageGuard DAY_OFF = (draft, situation) ->
            situation.hours().daysOff().contains(situation.today().getDayOfWeek())
                    ? Optional.of(Verdict.of(Reason.DAY_OFF)
                            .with(Fact.ZONE, situation.debtor().zone().getId())
                            .with(Fact.UNTIL, situation.times().nextOpening(situation.now())))
                    : Optional.empty();

    MessageGuard QUIET_HOURS = (draft, situation) -> situation.times().isOpen(situation.now())
            ? Optional.empty()
            : Optional.of(Verdict.of(Reason.QUIET_HOURS)
                    .with(Fact.FROM, situation.hours().opens())
                    .with(Fact.TO, situation.hours().closes())
                    .with(Fact.ZONE, situation.debtor().zone().getId())
                    .with(Fact.UNTIL, situation.times().nextOpening(situation.now())));

    /** What a person does is that person's to space out. Days and weeks are those of the recipient's calendar; the message waits for the first day with room in both. */
    MessageGuard BUDGET = (draft, situation) -> {
        if (draft.channel().byHand()) {
            return Optional.empty();
        }
        var budget = situation.budget();
        var days = situation.contacts().stream()
                .map(at -> LocalDate.ofInstant(at, situation.debtor().zone()))
                .toList();
        var day = situation.today();
        while (between(days, day, day) >= budget.perDay() || between(days, day.minusDays(6), day) >= budget.perWeek()) {
            day = day.plusDays(1);
        }
        return day.equals(situation.today())
                ? Optional.empty()
                : Optional.of(Verdict.of(Reason.BUDGET)
                        .with(Fact.PER_DAY, budget.perDay())
                        .with(Fact.PER_WEEK, budget.perWeek())
                        .with(Fact.UNTIL, situation.times().dueAfter(situation.now(), day)));
    };

    /** Those that can end a step come first: what will never be sent need not wait. */
    List<MessageGuard> ALL =
            List.of(SUPPRESSED, BELOW_MINIMUM, STOPPED, QUOTA, NO_ADDRESS, BUDGET, HOLIDAY, DAY_OFF, QUIET_HOURS);

    /** The first objection of all rules, in their order. */
    static Optional<Verdict> first(Draft draft, Situation situation) {
        return ALL.stream()
                .flatMap(guard -> guard.weigh(draft, situation).stream())
                .findFirst();
    }

    private static long between(List<LocalDate> days, LocalDate first, LocalDate last) {
        return days.stream()
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .count();
    }
}
