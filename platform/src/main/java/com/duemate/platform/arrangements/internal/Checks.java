package com.duemate.platform.arrangements.internal;

import com.duemate.platform.arrangements.Arrangements;
import java.time.LocalDate;
import java.util.Optional;

/** What is refused at once, on either side; the answers are text keys. */
final class Checks {

    private static final int LONGEST_REASON = 1_000;

    private Checks() {}

    static Optional<String> day(LocalDate paysOn, LocalDate today) {
        if (paysOn.isBefore(today)) {
            return Optional.of("arrangements.refused.past");
        }
        return paysOn.isAfter(today.plusDays(Arrangements.MOST_DAYS_AHEAD))
                ? Optional.of("arrangements.refused.tooFar")
                : Optional.empty();
    }

    static Optional<String> reason(String reason) {
        if (reason.isBlank()) {
            return Optional.of("arrangements.refused.noReason");
        }
        return reason.strip().length() > LONGEST_REASON
                ? Optional.of("arrangements.refused.tooLong")
                : Optional.empty();
    }

    static LocalDate silentUntil(LocalDate paysOn) {
        return paysOn.plusDays(Arrangements.TOLERANCE_DAYS);
    }

    /** Without what no page and no mail should repeat; line breaks stay. */
    static String clean(String reason) {
        return reason.strip()
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
    }
}
