package com.duemate.tenantportal.branding;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.branding.Brands.Draft;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.themes.BrandStyle;
import com.duemate.themes.BrandValues;
import com.duemate.themes.HexColour;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayerPageSpecimenTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Reader reader = new Reader(
            new TenantProfile(
                    new TenantId(UUID.randomUUID()),
                    "kumo",
                    "Kumo",
                    TenantStatus.ACTIVE,
                    YEN,
                    Locale.UK,
                    TOKYO,
                    false,
                    "http://kumo.localhost",
                    null),
            new Formats(Locale.UK, TOKYO, YEN),
            Texts.strict(PayerPageSpecimenTest.class.getClassLoader()),
            Instant.parse("2026-11-21T20:00:00Z"));

    @Test
    void showsWhatIsTypedAsTextInTheTenantsOwnMoneyAndDay() {
        var draft = new Draft("<script>alert(1)</script>", "#0b6b5d", "Kumo & Co\n<b>Tokyo</b>", "", "");
        var style = BrandStyle.of(BrandValues.ofAccent(new HexColour(draft.accent())));

        var frame = new PayerPageSpecimen(reader, Optional.empty()).frame(draft, style, "dark");

        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getSrcdoc()).hasValueSatisfying(page -> assertThat(page)
                .doesNotContain("<script", "<b>")
                .contains("Kumo &amp; Co<br>")
                .contains("4,820<")
                .contains("13 November 2026")
                .contains("color-scheme:dark")
                .contains(style.stylesheet()));
    }
}
