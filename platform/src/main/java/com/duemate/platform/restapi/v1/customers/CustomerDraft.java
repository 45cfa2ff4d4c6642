package com.duemate.platform.restapi.v1.customers;

import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.restapi.ApiBody;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param number made from the name when it is missing */
record CustomerDraft(
        @Nullable String number,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Larkin Ltd") @Nullable
        String name,

        @Schema(example = "accounts@larkin.example") @Nullable
        String email,

        @Schema(example = "+351912345678") @Nullable String phone,
        @Schema(example = "en") @Nullable String language,
        @Schema(example = "Europe/Lisbon") @Nullable String zone,
        @Nullable AddressJson address)
        implements ApiBody {

    /** @param before the number kept where none is given */
    DraftCustomer draft(@Nullable String before) {
        return new DraftCustomer(
                number == null ? before : number,
                Objects.requireNonNullElse(name, ""),
                email,
                phone,
                language,
                zone,
                address == null ? null : address.draft());
    }
}
