package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;

/** What the first cells of a column look like, whatever its header says. */
final class ColumnContents {

    private static final int SAMPLES = 3;

    private final int latestYear;
    private final List<String> samples = new ArrayList<>();
    private int filled;
    private int dates;
    private int wholeNumbers;
    private int decimals;
    private int emails;
    private int currencies;
    private int terms;
    private int languages;
    private int zones;

    ColumnContents(int latestYear) {
        this.latestYear = latestYear;
    }

    void add(Cell cell) {
        var shown = cell.shown().strip();
        if (shown.isEmpty()) {
            return;
        }
        filled++;
        if (samples.size() < SAMPLES) {
            samples.add(PlainText.excerpt(shown));
        }
        switch (cell) {
            case Cell.Day day -> dates++;
            case Cell.Numeric number -> {
                wholeNumbers += number.value().scale() <= 0 && number.currency() == null ? 1 : 0;
                decimals += number.value().scale() > 0 || number.currency() != null ? 1 : 0;
                terms += number.value().scale() <= 0 ? 1 : 0;
            }
            case Cell.Text text -> addText(shown);
            case Cell.Flawed flawed -> {}
        }
    }

    private void addText(String text) {
        if (EmailAddress.parse(text).isPresent()) {
            emails++;
        } else if (Currencies.isCode(text)) {
            currencies++;
        } else if (WrittenDate.read(text, latestYear) != null) {
            dates++;
        } else {
            var amount = WrittenAmount.read(text);
            if (amount != null) {
                boolean whole =
                        amount.currency() == null && amount.number().chars().allMatch(Character::isDigit);
                wholeNumbers += whole ? 1 : 0;
                decimals += whole ? 0 : 1;
            }
            terms += Terms.days(text) >= 0 ? 1 : 0;
            languages += Places.language(text) != null ? 1 : 0;
            zones += Places.zone(text) != null ? 1 : 0;
        }
    }

    List<String> samples() {
        return List.copyOf(samples);
    }

    /** Whether at least half of the cells are of that kind, or there are none. */
    boolean allow(ImportField.Kind kind) {
        return filled == 0 || count(kind) * 2 >= filled;
    }

    /** Whether hardly anything else can be meant. */
    boolean prove(ImportField.Kind kind) {
        int count = kind == ImportField.Kind.AMOUNT ? decimals : kind == ImportField.Kind.TEXT ? 0 : count(kind);
        return filled > 0 && count * 10 >= filled * 9;
    }

    private int count(ImportField.Kind kind) {
        return switch (kind) {
            case TEXT, PHONE -> filled - dates - emails;
            case DATE -> dates;
            case DAYS -> terms;
            case AMOUNT -> wholeNumbers + decimals;
            case CURRENCY -> currencies;
            case EMAIL -> emails;
            case LANGUAGE -> languages;
            case ZONE -> zones;
        };
    }
}
