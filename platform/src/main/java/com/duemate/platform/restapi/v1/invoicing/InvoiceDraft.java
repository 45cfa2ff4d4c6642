package com.duemate.platform.restapi.v1.invoicing;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invoice to be made or changed, of lines or, shorter, of a total.
 *
 * @param number the next of the tenant's own series when it is missing
 * @param currency that of the amounts, or the tenant's, when it is missing
 * @param draft true to keep it from being issued
 */
record InvoiceDraft(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String customerId,

        @Nullable String number,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03-01") @Nullable
        String issuedOn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03-31") @Nullable
        String dueOn,

        @Nullable String currency,
        @Nullable String subject,
        @Nullable List<@Nullable LineDraft> lines,
        @Nullable MoneyJson total,
        @Nullable Boolean draft)
        implements ApiBody {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /** @param quantity at most three decimals; 1 when it is missing */
    @Schema(name = "InvoiceLineDraft")
    record LineDraft(
            @Nullable String description,
            @Nullable BigDecimal quantity,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            MoneyJson unitPrice)
            implements ApiBody {}

    boolean asDraft() {
        return Boolean.TRUE.equals(draft);
    }

    /** @param before what stands where nothing is said about customer and currency; null for a new invoice */
    DraftInvoice draft(@Nullable InvoiceSummary before) {
        var currencies = new LinkedHashSet<String>();
        var read = lines(currencies);
        return new DraftInvoice(
                customerId == null && before != null
                        ? before.customer()
                        : new CustomerId(Asked.id(customerId, "customerId")),
                number,
                Asked.date(issuedOn, "issuedOn"),
                Asked.date(dueOn, "dueOn"),
                currency(currencies, before),
                read,
                subject);
    }

    private List<DraftInvoice.Line> lines(Set<String> currencies) {
        if ((lines == null) == (total == null)) {
            throw ApiProblem.bad("lines", "restapi.refused.linesOrTotal");
        }
        if (total != null) {
            return List.of(
                    DraftInvoice.Line.of(Objects.requireNonNullElse(subject, ""), minor(total, "total", currencies)));
        }
        var read = new ArrayList<DraftInvoice.Line>();
        for (var line : Objects.requireNonNull(lines)) {
            var field = "lines[%d]".formatted(read.size());
            if (line == null || line.unitPrice == null) {
                throw ApiProblem.bad(field + ".unitPrice", "restapi.refused.money");
            }
            read.add(new DraftInvoice.Line(
                    Objects.requireNonNullElse(line.description, ""),
                    thousandths(line.quantity, field + ".quantity"),
                    minor(line.unitPrice, field + ".unitPrice", currencies)));
        }
        return read;
    }

    private static long minor(MoneyJson json, String field, Set<String> currencies) {
        Money money = json.money(field);
        currencies.add(money.currencyCode());
        return money.minor();
    }

    private static long thousandths(@Nullable BigDecimal quantity, String field) {
        if (quantity == null) {
            return THOUSAND.longValueExact();
        }
        if (quantity.scale() > 20
                || quantity.precision() > 20
                || quantity.scale() < -20
                || quantity.abs().compareTo(MOST) > 0) {
            throw ApiProblem.bad(field, "restapi.refused.quantity");
        }
        try {
            return quantity.multiply(THOUSAND).longValueExact();
        } catch (ArithmeticException e) {
            throw ApiProblem.bad(field, "restapi.refused.quantity");
        }
    }

    private @Nullable String currency(Set<String> ofAmounts, @Nullable InvoiceSummary before) {
        var all = new LinkedHashSet<>(ofAmounts);
        if (currency != null && !currency.isBlank()) {
            all.add(currency.strip().toUpperCase(java.util.Locale.ROOT));
        }
        if (all.size() > 1) {
            throw ApiProblem.bad("currency", "restapi.refused.currencies");
        }
        return all.stream()
                .findFirst()
                .orElseGet(() -> before == null ? null : before.total().currencyCode());
    }
}
