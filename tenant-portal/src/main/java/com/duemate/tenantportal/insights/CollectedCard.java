package com.duemate.tenantportal.insights;

import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.tenantportal.look.BarChart;
import com.duemate.tenantportal.look.BarChart.Bar;
import com.duemate.tenantportal.look.BarChart.Colour;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.format.TextStyle;
import java.util.ArrayList;

/** Money received in each of the last twelve months; the best month and this one say their figures at once. */
class CollectedCard extends Section {

    CollectedCard(Reader reader, Figures figures) {
        addClassName("dm-section");
        var months = figures.collectedByMonth();
        long best =
                months.stream().mapToLong(month -> month.amount().minor()).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var month : months) {
            boolean told =
                    month.amount().isPositive() && (month.amount().minor() == best || month.equals(months.getLast()));
            bars.add(new Bar(
                    month.first()
                            .getMonth()
                            .getDisplayName(
                                    TextStyle.SHORT_STANDALONE, reader.formats().locale()),
                    month.amount(),
                    Colour.MONEY_IN,
                    told));
        }
        var chart = new BarChart(reader.text("portalhome.collected.label"));
        chart.show(reader.formats(), bars);
        var head = new Div(new H2(reader.text("portalhome.collected.title")));
        head.addClassName("dm-section__head");
        var card = new Div(chart);
        card.addClassName("dm-card");
        add(head, card);
    }
}
