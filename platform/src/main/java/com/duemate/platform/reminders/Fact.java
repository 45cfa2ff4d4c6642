package com.duemate.platform.reminders;

import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** An input that a decision turned on, kept as text that {@link #read} turns back; an argument of the reason's sentence. */
public enum Fact {
    UNTIL(Kind.MOMENT),
    FROM(Kind.TIME),
    TO(Kind.TIME),
    ZONE(Kind.WORD),
    /** Number of the carrying invoice. */
    INVOICE(Kind.WORD),
    /** Name of a public holiday. */
    HOLIDAY(Kind.WORD),
    LEVEL(Kind.NUMBER),
    LATER_LEVEL(Kind.NUMBER),
    CHANNEL(Kind.WORD),
    WANTED_CHANNEL(Kind.WORD),
    TONE(Kind.WORD),
    DUE_ON(Kind.DAY),
    /** The day a step was meant for. */
    MEANT_FOR(Kind.DAY),
    PROMISED_UNTIL(Kind.DAY),
    /** The person of the tenant's own who stopped sending; SOMEBODY for a program of theirs, PROVIDER for anybody else. */
    STOPPED_BY(Kind.WORD),
    SINCE(Kind.MOMENT),
    /** What opened a circuit: VOLUME, FAILURES or COMPLAINTS. */
    MEASURE(Kind.WORD),
    COUNTED(Kind.NUMBER),
    USUAL(Kind.NUMBER),
    /** Messages a month. */
    ALLOWANCE(Kind.NUMBER),
    PER_DAY(Kind.NUMBER),
    PER_WEEK(Kind.NUMBER),
    /** Which side of a comparison the customer is on. */
    ARM(Kind.WORD),
    /** The time of day that was advised. */
    AT(Kind.TIME),
    USUAL_FROM(Kind.TIME),
    USUAL_TO(Kind.TIME),
    /** The tone the step asks for, where another was advised. */
    POLICY_TONE(Kind.WORD),
    TOTAL(Kind.AMOUNT),
    MINIMUM(Kind.AMOUNT);

    /** What a fact is made of: {@link Instant}, {@link LocalTime}, {@link LocalDate}, {@link Long}, {@link Money} or a word. */
    public enum Kind {
        MOMENT,
        TIME,
        DAY,
        NUMBER,
        AMOUNT,
        WORD
    }

    private final Kind kind;

    Fact(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Name of the argument in texts: {@code laterLevel}. */
    public String argument() {
        var words = name().split("_", -1);
        var argument = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            argument.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return argument.toString();
    }

    /**
     * The text that is kept for a value.
     *
     * @throws IllegalArgumentException when the value is not of this fact's kind
     */
    public String write(Object value) {
        return switch (value) {
            case Instant moment when kind == Kind.MOMENT -> moment.toString();
            case LocalTime time when kind == Kind.TIME -> time.toString();
            case LocalDate day when kind == Kind.DAY -> day.toString();
            case Integer number when kind == Kind.NUMBER -> number.toString();
            case Long number when kind == Kind.NUMBER -> number.toString();
            case Money amount when kind == Kind.AMOUNT -> amount.minor() + " " + amount.currencyCode();
            case Enum<?> word when kind == Kind.WORD -> word.name();
            case String word when kind == Kind.WORD -> word;
            default -> throw new IllegalArgumentException(this + " cannot be " + value);
        };
    }

    /** Turns back what {@link #write} wrote; a {@link Kind#NUMBER} comes back as {@link Long}. */
    public Object read(String text) {
        return switch (kind) {
            case MOMENT -> Instant.parse(text);
            case TIME -> LocalTime.parse(text);
            case DAY -> LocalDate.parse(text);
            case NUMBER -> Long.valueOf(text);
            case AMOUNT -> {
                int space = text.indexOf(' ');
                yield Money.of(Long.parseLong(text, 0, space, 10), text.substring(space + 1));
            }
            case WORD -> text;
        };
    }
}
