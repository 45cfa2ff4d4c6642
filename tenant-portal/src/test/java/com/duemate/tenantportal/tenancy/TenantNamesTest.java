package com.duemate.tenantportal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Northwind Studio, northwind-studio",
        "Käserei Moser & Söhne, kaeserei-moser-soehne",
        "  Café  Zoë!  , cafe-zoe",
        "Łódź 7, odz-7",
        "Österreichische Donaudampfschifffahrtsgesellschaft AG, oesterreichische-donaudampfschifffahrts"
    })
    void suggestsAShortNameThatIsTaken(String name, String slug) {
        assertThat(TenantNames.slugOf(name)).isEqualTo(slug);
        assertThat(TenantNames.isSlug(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-ab", "ab-", "a--b", "Ab", "a b", "a.b", "ä1"})
    void refusesWhatCannotBeAHost(String text) {
        assertThat(TenantNames.isSlug(text)).isFalse();
    }
}
