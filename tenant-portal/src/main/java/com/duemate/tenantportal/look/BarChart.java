package com.duemate.tenantportal.look;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.StyleSheets;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Amounts side by side, drawn by Chart.js and given again as a table. */
public final class BarChart extends Div {

    static final String CHART_JS = "webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private final HtmlComponent canvas = new HtmlComponent("canvas");
    private final NativeDetails details = new NativeDetails();
    private final String label;
    private List<Bar> bars = List.of();
    private @Nullable Formats formats;
    private @Nullable SerializableConsumer<Integer> onBar;

    /** What a bar is about, which gives it its colour. */
    public enum Colour {
        CURRENT("--dm-age-0"),
        DAYS_1_30("--dm-age-1"),
        DAYS_31_60("--dm-age-2"),
        DAYS_61_90("--dm-age-3"),
        OVER_90("--dm-age-4"),
        MONEY_IN("--dm-money-in");

        private final String token;

        Colour(String token) {
            this.token = token;
        }
    }

    /** @param label below the bar; @param told whether its figure stands at the bar, too; the table has them all */
    public record Bar(String label, Money amount, Colour colour, boolean told) {

        public Bar(String label, Money amount, Colour colour) {
            this(label, amount, colour, true);
        }
    }

    /** @param label what is shown, for the table's caption and screen readers */
    public BarChart(String label) {
        this.label = label;
        addClassName("dm-chart");
        Div frame = new Div(canvas);
        frame.addClassName("dm-chart__canvas");
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement()
                .addEventListener(
                        "bar",
                        event -> opened(
                                event.getEventData().get("event.detail.index").asInt(-1)))
                .addEventData("event.detail.index");
        details.setSummaryText(getTranslation("look.chart.table"));
        add(frame, details);
    }

    /** Called with a bar's place, from 0, when a person picks it or its row. */
    public BarChart onBar(SerializableConsumer<Integer> listener) {
        onBar = listener;
        return this;
    }

    /** @param bars from left to right, in one currency */
    public void show(Formats formats, List<Bar> bars) {
        this.formats = formats;
        this.bars = List.copyOf(bars);
        details.setContent(table(formats));
        canvas.getElement().setAttribute("aria-label", spoken(formats));
        if (isAttached()) {
            draw(formats);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Page page = event.getUI().getPage();
        page.addJavaScript("context://" + CHART_JS);
        page.addJavaScript("context://" + StyleSheets.CHARTS_SCRIPT);
        if (formats != null) {
            draw(formats);
        }
    }

    private void draw(Formats formats) {
        canvas.getElement().executeJs("window.dmCharts.bars(this, $0)", drawn(formats));
    }

    private ObjectNode drawn(Formats formats) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        ArrayNode labels = spec.putArray("labels");
        ArrayNode values = spec.putArray("values");
        ArrayNode figures = spec.putArray("figures");
        ArrayNode tokens = spec.putArray("tokens");
        IntStream.range(0, bars.size()).forEach(i -> {
            Bar bar = bars.get(i);
            labels.add(bar.label());
            values.add(bar.amount().minor());
            figures.add(
                    bar.told()
                            ? formats.moneyShort(
                                    bar.amount().minor(), bar.amount().currency())
                            : "");
            tokens.add(bar.colour().token);
        });
        return spec;
    }

    private String spoken(Formats formats) {
        StringBuilder words = new StringBuilder(label);
        for (Bar bar : bars) {
            words.append("; ").append(bar.label()).append(' ').append(money(formats, bar));
        }
        return words.toString();
    }

    private NativeTable table(Formats formats) {
        NativeTable table = new NativeTable();
        table.addClassName("dm-table");
        table.setCaptionText(label);
        for (int i = 0; i < bars.size(); i++) {
            NativeTableHeaderCell name = new NativeTableHeaderCell(named(i));
            name.getElement().setAttribute("scope", "row");
            NativeTableCell amount = new NativeTableCell(money(formats, bars.get(i)));
            amount.addClassNames("dm-end", "dm-amount");
            table.getBody().add(new NativeTableRow(name, amount));
        }
        return table;
    }

    private Component named(int bar) {
        String text = bars.get(bar).label();
        if (onBar == null) {
            return new Text(text);
        }
        NativeButton open = new NativeButton(text, _ -> opened(bar));
        open.addClassName("dm-link");
        return open;
    }

    private void opened(int bar) {
        if (onBar != null && bar >= 0 && bar < bars.size()) {
            onBar.accept(bar);
        }
    }

    private static String money(Formats formats, Bar bar) {
        return formats.money(bar.amount().minor(), bar.amount().currency());
    }
}
