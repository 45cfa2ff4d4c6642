package com.duemate.platform.notifications;

import com.duemate.themes.BrandStyle;
import com.duemate.themes.BrandValues;
import com.duemate.themes.HexColour;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A brand in the literal values a mail program understands.
 *
 * @param name who the message is from
 * @param accentHex colour as {@code #rrggbb}
 * @param onAccentHex colour of words on the accent, as {@code #rrggbb}
 * @param logoUrl where the logo is served (http or https), or null
 * @param footer legal line or address, plain text; line breaks are kept
 */
public record BrandLook(
        String name,
        String accentHex,
        String onAccentHex,
        @Nullable String logoUrl,
        String footer) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>`]{1,1000}");

    public BrandLook {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a brand without a name");
        }
        if (!HEX.matcher(accentHex).matches() || !HEX.matcher(onAccentHex).matches()) {
            throw new IllegalArgumentException("a colour that is not #rrggbb");
        }
        if (logoUrl != null && !WEB.matcher(logoUrl).matches()) {
            throw new IllegalArgumentException("a logo address that is not a web address");
        }
    }

    /** The accent as screens show it, with words on it that can be read. */
    public static BrandLook of(String name, String accentHex, @Nullable String logoUrl, String footer) {
        var colours =
                BrandStyle.of(BrandValues.ofAccent(new HexColour(accentHex))).mail();
        return new BrandLook(name, colours.accent().value(), colours.onAccent().value(), logoUrl, footer);
    }
}
