package com.duemate.tenantportal.insights;

import com.duemate.platform.insights.Dashboards.Age;
import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.invoicing.InvoicingNavigation.Show;
import com.duemate.tenantportal.look.BarChart;
import com.duemate.tenantportal.look.BarChart.Bar;
import com.duemate.tenantportal.look.BarChart.Colour;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** Open amounts by how late they are. */
class AgeingCard extends Section {

    AgeingCard(Reader reader, Figures figures) {
        addClassName("dm-section");
        var chart = new BarChart(reader.text("portalhome.ageing.label"));
        chart.onBar(
                bar -> Ways.go(this, InvoicingNavigation.list(bar == Age.CURRENT.ordinal() ? Show.OPEN : Show.LATE)));
        chart.show(
                reader.formats(),
                figures.ageing().stream()
                        .map(bucket -> new Bar(
                                reader.text("portalhome.age." + bucket.age()),
                                bucket.amount(),
                                Colour.valueOf(bucket.age().name())))
                        .toList());
        var head = new Div(new H2(reader.text("portalhome.ageing.title")));
        head.addClassName("dm-section__head");
        var card = new Div(chart);
        card.addClassName("dm-card");
        add(head, card);
    }
}
