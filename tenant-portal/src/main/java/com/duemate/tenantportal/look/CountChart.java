package com.duemate.tenantportal.look;

import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Two counts side by side for each of some things, drawn by Chart.js and given again as a table. */
public final class CountChart extends Div {

    private static final String OURS = "--dm-money-in";
    private static final String BESIDE = "--dm-text-quiet";

    private final HtmlComponent canvas = new HtmlComponent("canvas");
    private final ObjectNode drawn;

    /** @param label below the bars */
    public record Pair(String label, long count, long beside) {}

    /** @param label what is shown, for the table's caption and screen readers; @param names of the two counts */
    public CountChart(String label, List<String> names, List<Pair> pairs) {
        addClassName("dm-chart");
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement().setAttribute("aria-label", spoken(label, names, pairs));
        var frame = new Div(canvas);
        frame.addClassName("dm-chart__canvas");
        var details = new NativeDetails();
        details.setSummaryText(getTranslation("look.chart.table"));
        details.setContent(table(label, names, pairs));
        drawn = drawn(pairs);
        add(legend(names), frame, details);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        page.addJavaScript("context://" + BarChart.CHART_JS);
        page.addJavaScript("context://" + StyleSheets.CHARTS_SCRIPT);
        canvas.getElement().executeJs("window.dmCharts.bars(this, $0)", drawn);
    }

    private static ObjectNode drawn(List<Pair> pairs) {
        var spec = JsonNodeFactory.instance.objectNode();
        var labels = spec.putArray("labels");
        pairs.forEach(pair -> labels.add(pair.label));
        series(spec, pairs.stream().map(Pair::count).toList(), OURS);
        series(spec.putObject("beside"), pairs.stream().map(Pair::beside).toList(), BESIDE);
        return spec;
    }

    private static void series(ObjectNode spec, List<Long> counts, String token) {
        var values = spec.putArray("values");
        var figures = spec.putArray("figures");
        var tokens = spec.putArray("tokens");
        for (long count : counts) {
            values.add(count);
            figures.add(count == 0 ? "" : Long.toString(count));
            tokens.add(token);
        }
    }

    private static Div legend(List<String> names) {
        var legend = new Div();
        legend.addClassNames("dm-toolbar", "dm-small");
        for (int i = 0; i < names.size(); i++) {
            var swatch = new Span();
            swatch.addClassNames("dm-swatch", i == 0 ? "dm-swatch--ours" : "dm-swatch--beside");
            swatch.getElement().setAttribute("aria-hidden", "true");
            legend.add(new Span(swatch, new Span(names.get(i))));
        }
        return legend;
    }

    private static String spoken(String label, List<String> names, List<Pair> pairs) {
        var words = new StringBuilder(label);
        for (var pair : pairs) {
            words.append("; ").append(pair.label).append(": ");
            words.append(names.getFirst()).append(' ').append(pair.count).append(", ");
            words.append(names.getLast()).append(' ').append(pair.beside);
        }
        return words.toString();
    }

    private static NativeTable table(String label, List<String> names, List<Pair> pairs) {
        var table = new NativeTable();
        table.addClassName("dm-table");
        table.setCaptionText(label);
        var head = new NativeTableRow(new NativeTableHeaderCell(""));
        names.forEach(name -> head.add(new NativeTableHeaderCell(name)));
        table.getHead().add(head);
        for (var pair : pairs) {
            var name = new NativeTableHeaderCell(pair.label);
            name.getElement().setAttribute("scope", "row");
            var row = new NativeTableRow(name);
            for (long count : List.of(pair.count, pair.beside)) {
                var cell = new NativeTableCell(Long.toString(count));
                cell.addClassNames("dm-end", "dm-amount");
                row.add(cell);
            }
            table.getBody().add(row);
        }
        return table;
    }
}
