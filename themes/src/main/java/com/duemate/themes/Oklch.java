package com.duemate.themes;

/**
 * A colour in OKLCH: lightness 0 to 1, chroma from 0 (sRGB ends near 0.32), hue in degrees.
 *
 * <p>Conversion after Björn Ottosson, "A perceptual color space for image processing" (2020), as CSS Color 4 has it. Colours
 * outside sRGB are clipped channel by channel, which is what browsers paint.
 */
record Oklch(double lightness, double chroma, double hue) {

    static Oklch of(HexColour colour) {
        double r = HexColour.linear(colour.red());
        double g = HexColour.linear(colour.green());
        double b = HexColour.linear(colour.blue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double x = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double y = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(lightness, Math.hypot(x, y), Math.toDegrees(Math.atan2(y, x)));
    }

    HexColour hex() {
        double x = chroma * Math.cos(Math.toRadians(hue));
        double y = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * x + 0.2158037573 * y);
        double m = cube(lightness - 0.1055613458 * x - 0.0638541728 * y);
        double s = cube(lightness - 0.0894841775 * x - 1.2914855480 * y);
        return HexColour.ofChannels(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    Oklch withLightness(double value) {
        return new Oklch(Math.clamp(value, 0.0, 1.0), chroma, hue);
    }

    Oklch withChroma(double value) {
        return new Oklch(lightness, Math.max(0, value), hue);
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int channel(double linear) {
        double clipped = Math.clamp(linear, 0.0, 1.0);
        double value = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(value * 255);
    }
}
