package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Svg;
import java.util.Arrays;

/** A line of the last values without axes; it shows a direction, the figure beside it says the rest. */
final class Sparkline extends Svg {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 30;
    private static final int MARGIN = 2;

    Sparkline() {
        addClassName("dm-kpi__spark");
        getElement().setAttribute("aria-hidden", "true");
    }

    void draw(long... values) {
        if (values.length < 2) {
            setSvg("");
            return;
        }
        String line = line(values);
        setSvg("<svg viewBox=\"0 0 100 30\" preserveAspectRatio=\"none\"><path class=\"dm-kpi__area\" d=\"" + line
                + "V30H0Z\"/>" + "<path d=\"" + line + "\"/></svg>");
    }

    /** The values from left to right as path data, the greatest at the top. */
    static String line(long... values) {
        long least = Arrays.stream(values).min().orElseThrow();
        double range = Math.max(1.0, (double) Arrays.stream(values).max().orElseThrow() - least);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            long x = Math.round((double) WIDTH * i / (values.length - 1));
            long y = Math.round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * ((double) values[i] - least) / range);
            path.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
        }
        return path.toString();
    }
}
