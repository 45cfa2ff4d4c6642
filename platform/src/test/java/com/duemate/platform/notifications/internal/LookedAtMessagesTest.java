package com.duemate.platform.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.SampleMessages.About;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.platform.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookedAtMessagesTest {

    private static final BrandLook LOOK = BrandLook.of("Alpwerk", "#b3261e", null, "Seestrasse 41");

    private final Tenants tenants = new Tenants() {
        @Override
        public TenantProfile current() {
            return new TenantProfile(
                    new TenantId(UUID.randomUUID()),
                    "alpwerk",
                    "Alpwerk AG",
                    TenantStatus.ACTIVE,
                    Currency.getInstance("CHF"),
                    Locale.forLanguageTag("de-CH"),
                    ZoneId.of("Europe/Zurich"),
                    true,
                    "http://alpwerk.localhost",
                    null);
        }

        @Override
        public void changeSettings(Settings settings) {
            throw new UnsupportedOperationException();
        }
    };
    private final LookedAtMessages samples = new LookedAtMessages(
            new TemplatedMessages(new TemplateEngine()), tenants, () -> Instant.parse("2026-11-21T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({"BEFORE, 24. November 2026", "DUE, 21. November 2026", "LATE, 12. November 2026"})
    void writesToSomebodyInventedInTheTenantsLanguageAndCurrency(Situation situation, String dueOn) {
        var message = samples.reminder(LOOK, Tone.FRIENDLY, situation, samples.example(situation));

        assertThat(message.html()).contains("#b3261e").contains("Larkin Ltd");
        assertThat(message.text()).contains(dueOn).contains("CHF").contains("4'820.00");
        assertThat(samples.sms(LOOK, Tone.FIRM, situation, samples.example(situation)))
                .hasValueSatisfying(words -> assertThat(words).contains("Alpwerk"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Ana", "de-DE, Ana"})
    void writesToTheCustomerOneAsksFor(Locale locale, String name) {
        var invoices = samples.example(Situation.LATE).invoices();

        var message = samples.reminder(LOOK, Tone.FIRM, Situation.LATE, new About(name, locale, invoices));

        assertThat(message.text()).contains(name).contains("1042");
    }
}
