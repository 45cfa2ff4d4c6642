package com.duemate.platform.restapi;

import com.duemate.platform.kernel.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money on the wire. */
@Schema(name = "Money")
public record MoneyJson(
        @Schema(description = "Minor units: cents, pence, yen.", example = "482000") @Nullable
        Long amount,

        @Schema(description = "ISO 4217.", example = "EUR") @Nullable
        String currency) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.minor(), money.currencyCode());
    }

    /** @throws ApiProblem when a part is missing, the currency unknown, or the amount absurd */
    public Money money(String field) {
        if (amount == null || currency == null) {
            throw ApiProblem.bad(field, "restapi.refused.money");
        }
        if (Math.abs(amount) > Money.MAX_MINOR) {
            throw ApiProblem.bad(field, "restapi.refused.amount");
        }
        try {
            return new Money(amount, Money.currency(currency));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.bad(field, "restapi.refused.currency");
        }
    }
}
