package com.duemate.customerportal.shell;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The customer who looks: its language, zone, and the business time of this look. */
public record Reader(CustomerDetails customer, Formats formats, Texts texts, Instant now) {

    public LocalDate today() {
        return LocalDate.ofInstant(now, customer.zone());
    }

    public String money(Money amount) {
        return formats.money(amount.minor(), amount.currency());
    }

    public String date(LocalDate day) {
        return formats.date(day, today());
    }

    public String day(Instant at) {
        return date(LocalDate.ofInstant(at, customer.zone()));
    }

    /** With its year, for papers. */
    public String longDay(Instant at) {
        return formats.dateLong(LocalDate.ofInstant(at, customer.zone()));
    }

    public String text(String key) {
        return texts.text(customer.locale(), key);
    }

    /** @param arguments by name */
    public String text(String key, Map<String, ?> arguments) {
        return texts.text(customer.locale(), key, arguments);
    }
}
