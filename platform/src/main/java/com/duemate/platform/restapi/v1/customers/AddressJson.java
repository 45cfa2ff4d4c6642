package com.duemate.platform.restapi.v1.customers;

import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.restapi.ApiBody;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where letters reach a customer. @param street its rows are separated by line breaks */
@Schema(name = "PostalAddress")
public record AddressJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Rua Augusta 12") @Nullable
        String street,

        @Schema(example = "1100-048") @Nullable String postalCode,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Lisboa") @Nullable
        String city,

        @Schema(description = "ISO 3166-1 in two letters; your own when it is missing.", example = "PT") @Nullable
        String country)
        implements ApiBody {

    public static AddressJson of(PostalAddress address) {
        return new AddressJson(address.street(), address.postalCode(), address.city(), address.country());
    }

    PostalAddress draft() {
        return new PostalAddress(
                Objects.requireNonNullElse(street, ""), postalCode, Objects.requireNonNullElse(city, ""), country);
    }
}
