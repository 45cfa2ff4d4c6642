package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.tenancy.TenantProfile;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A debtor. Which tenant it belongs to is the database's business. */
@Entity
@Table(schema = "customers", name = "customer")
class Customer {

    @Id
    UUID id = new UUID(0, 0);

    @Version
    @Nullable
    Integer version;

    String number = "";
    String name = "";

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String locale;

    @Nullable
    String zone;

    @Nullable
    String holdReason;

    @Nullable
    String street;

    @Nullable
    String postalCode;

    @Nullable
    String city;

    @Nullable
    String country;

    String search = "";
    Instant createdAt = Instant.EPOCH;

    void change(CheckedCustomer draft) {
        number = draft.number();
        name = draft.name();
        email = draft.email();
        phone = draft.phone();
        locale = draft.language();
        zone = draft.zone();
        var address = draft.address();
        street = address == null ? null : address.street();
        postalCode = address == null ? null : address.postalCode();
        city = address == null ? null : address.city();
        country = address == null ? null : address.country();
        search = searchKey(name);
    }

    static String searchKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    CustomerDetails details(TenantProfile tenant) {
        return new CustomerDetails(
                new CustomerId(id),
                number,
                name,
                email,
                phone,
                Optional.ofNullable(locale).map(Locale::forLanguageTag).orElse(tenant.locale()),
                Optional.ofNullable(zone).map(ZoneId::of).orElse(tenant.zone()),
                holdReason,
                createdAt,
                street == null || city == null ? null : new PostalAddress(street, postalCode, city, country));
    }
}
