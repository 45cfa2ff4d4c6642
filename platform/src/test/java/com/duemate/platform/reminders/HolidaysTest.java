package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "PT, 2026-04-25, true",
        "PT, 2026-04-24, false",
        "DE, 2026-10-03, true",
        "DE-BY, 2026-06-04, true",
        "DE-BE, 2026-06-04, false",
        "US, 2026-11-26, true",
        // New Year on a Saturday: the Monday after stands in for it.
        "GB, 2028-01-03, true",
        "JP, 2026-01-12, true",
    })
    void knowsDaysThatTheLawNames(String region, LocalDate day, boolean holiday) {
        assertThat(new Holidays(region).isHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void hasNoneWhereNoneAreWanted() {
        assertThat(Holidays.NONE.isHoliday(LocalDate.of(2026, 12, 25))).isFalse();
        assertThatThrownBy(() -> new Holidays("XX")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesDaysAndPlacesInTheReadersLanguage() {
        var christmas = LocalDate.of(2026, 12, 25);
        assertThat(new Holidays("DE").name(christmas, Locale.GERMAN)).hasValue("1. Weihnachtsfeiertag");
        assertThat(new Holidays("DE").name(christmas, Locale.ENGLISH)).isPresent();
        assertThat(Holidays.regions(Locale.ENGLISH))
                .hasSizeGreaterThan(60)
                .extracting(Holidays.Region::name)
                .contains("Portugal", "Germany", "Germany · Bavaria")
                .isSorted();
    }

    @Test
    void readsEveryCalendarThereIs() {
        for (var region : Holidays.regions(Locale.ENGLISH)) {
            for (int year : new int[] {2026, 2027, 2032}) {
                new Holidays(region.code()).isHoliday(LocalDate.of(year, 1, 1));
            }
        }
    }
}
