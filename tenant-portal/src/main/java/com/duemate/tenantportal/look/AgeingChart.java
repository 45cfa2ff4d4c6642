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

/** Open amounts by how late they are, drawn by Chart.js and given again as a table. */
public final class AgeingChart extends Div {

    static final String CHART_JS = "webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private static final int COLOURS = 5;

    private final HtmlComponent canvas = new HtmlComponent("canvas");
    private final NativeDetails details = new NativeDetails();
    private final String label;
    private List<Bucket> buckets = List.of();
    private @Nullable Formats formats;
    private @Nullable SerializableConsumer<Integer> onBucket;

    /** @param label "current", "1-30", ... */
    public record Bucket(String label, Money open) {}

    /** @param label what is shown, for the table's caption and screen readers */
    public AgeingChart(String label) {
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

    /** Called with a bucket's place, from 0, when a person picks its bar or its row. */
    public AgeingChart onBucket(SerializableConsumer<Integer> listener) {
        onBucket = listener;
        return this;
    }

    /** @param buckets from current to latest, in one currency */
    public void show(Formats formats, List<Bucket> buckets) {
        this.formats = formats;
        this.buckets = List.copyOf(buckets);
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
        IntStream.range(0, buckets.size()).forEach(i -> {
            Bucket bucket = buckets.get(i);
            labels.add(bucket.label());
            values.add(bucket.open().minor());
            figures.add(formats.moneyShort(bucket.open().minor(), bucket.open().currency()));
            tokens.add("--dm-age-" + Math.min(i, COLOURS - 1));
        });
        return spec;
    }

    private String spoken(Formats formats) {
        StringBuilder words = new StringBuilder(label);
        for (Bucket bucket : buckets) {
            words.append("; ").append(bucket.label()).append(' ').append(money(formats, bucket));
        }
        return words.toString();
    }

    private NativeTable table(Formats formats) {
        NativeTable table = new NativeTable();
        table.addClassName("dm-table");
        table.setCaptionText(label);
        for (int i = 0; i < buckets.size(); i++) {
            NativeTableHeaderCell name = new NativeTableHeaderCell(named(i));
            name.getElement().setAttribute("scope", "row");
            NativeTableCell amount = new NativeTableCell(money(formats, buckets.get(i)));
            amount.addClassNames("dm-end", "dm-amount");
            table.getBody().add(new NativeTableRow(name, amount));
        }
        return table;
    }

    private Component named(int bucket) {
        String text = buckets.get(bucket).label();
        if (onBucket == null) {
            return new Text(text);
        }
        NativeButton open = new NativeButton(text, _ -> opened(bucket));
        open.addClassName("dm-link");
        return open;
    }

    private void opened(int bucket) {
        if (onBucket != null && bucket >= 0 && bucket < buckets.size()) {
            onBucket.accept(bucket);
        }
    }

    private static String money(Formats formats, Bucket bucket) {
        return formats.money(bucket.open().minor(), bucket.open().currency());
    }
}
