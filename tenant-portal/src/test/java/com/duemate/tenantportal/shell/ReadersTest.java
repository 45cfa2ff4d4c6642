package com.duemate.tenantportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReadersTest {

    @Test
    void writesTheReadersLanguageAsInTheTenantsRegion() {
        assertThat(Readers.locale(Locale.GERMAN, Locale.forLanguageTag("de-CH")))
                .isEqualTo(Locale.forLanguageTag("de-CH"));
    }

    @Test
    void staysInTheReadersLanguageWhereTheTenantHasAnother() {
        assertThat(Readers.locale(Locale.ENGLISH, Locale.forLanguageTag("de-CH")))
                .isEqualTo(Locale.ENGLISH);
    }
}
