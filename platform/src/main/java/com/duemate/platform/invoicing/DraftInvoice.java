package com.duemate.platform.invoicing;

import com.duemate.platform.kernel.CustomerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as somebody typed it; checked by the front desk.
 *
 * @param number unique in the tenant; the next of the tenant's own series when null
 * @param currency ISO 4217; the tenant's when null
 * @param lines at least one
 * @param subject one line that says what it is for
 */
public record DraftInvoice(
        CustomerId customer,
        @Nullable String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable String currency,
        List<Line> lines,
        @Nullable String subject) {

    /** @param quantity in thousandths; @param unitMinor price of one, minor units; @param description plain text */
    public record Line(String description, long quantity, long unitMinor) {

        public static Line of(String description, long amountMinor) {
            return new Line(description, 1_000, amountMinor);
        }

        /** Minor units, rounded half up once. */
        public long totalMinor() {
            return java.math.BigDecimal.valueOf(unitMinor)
                    .multiply(java.math.BigDecimal.valueOf(quantity, 3))
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }
}
