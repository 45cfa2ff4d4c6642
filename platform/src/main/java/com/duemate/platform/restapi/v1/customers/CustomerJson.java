package com.duemate.platform.restapi.v1.customers;

import com.duemate.platform.customers.CustomerDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param hold why no reminder goes out; null when they do; @param address null when letters cannot reach it */
@Schema(name = "Customer")
record CustomerJson(
        UUID id,
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        String zone,
        @Nullable String hold,
        Instant createdAt,
        @Nullable AddressJson address) {

    static CustomerJson of(CustomerDetails customer) {
        return new CustomerJson(
                customer.id().value(),
                customer.number(),
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.locale().toLanguageTag(),
                customer.zone().getId(),
                customer.holdReason(),
                customer.createdAt(),
                customer.address() == null ? null : AddressJson.of(customer.address()));
    }
}
