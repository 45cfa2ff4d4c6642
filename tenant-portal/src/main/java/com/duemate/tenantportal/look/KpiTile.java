package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;

/** One figure that opens the list it sums up, with its change or a note and a sparkline. */
public final class KpiTile extends HtmlContainer {

    private final Span figure = new Span();
    private final Span change = new Span();
    private final Sparkline spark = new Sparkline();

    /** @param route of the list behind the figure */
    public KpiTile(String label, String route) {
        super("a");
        addClassName("dm-kpi");
        Routes.open(this, route);
        Span name = new Span(label);
        name.addClassName("dm-kpi__label");
        figure.addClassName("dm-kpi__figure");
        change.addClassName("dm-kpi__change");
        add(name, figure, change);
    }

    public KpiTile figure(String formatted) {
        figure.setText(formatted);
        return this;
    }

    /** What stands under the figure: a {@link ChangeText} and its period, a range, a share. */
    public KpiTile below(Component... parts) {
        change.removeAll();
        change.add(parts);
        return this;
    }

    public KpiTile below(String text) {
        return below(new Span(text));
    }

    /** @param values oldest first, in any one unit; fewer than two draw nothing */
    public KpiTile spark(long... values) {
        spark.draw(values);
        add(spark);
        return this;
    }
}
