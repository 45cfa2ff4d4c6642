package com.duemate.tenantportal.insights;

import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.platform.insights.Dashboards.Month;
import com.duemate.platform.kernel.Money;
import com.duemate.tenantportal.customers.CustomersNavigation;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.invoicing.InvoicingNavigation.Show;
import com.duemate.tenantportal.look.ChangeText;
import com.duemate.tenantportal.look.ChangeText.Growth;
import com.duemate.tenantportal.look.KpiStrip;
import com.duemate.tenantportal.look.KpiTile;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;

/** The figures one looks at first, each a way to its list. */
class FigureTiles extends Composite<KpiStrip> {

    private final Reader reader;
    private final Figures figures;

    FigureTiles(Reader reader, Figures figures) {
        this.reader = reader;
        this.figures = figures;
    }

    @Override
    protected KpiStrip initContent() {
        var tiles = new ArrayList<KpiTile>();
        tiles.add(tile("outstanding", Show.OPEN, figures.outstanding())
                .below(reader.text("portalhome.figure.openInvoices", figures.openInvoices())));
        tiles.add(tile("overdue", Show.LATE, figures.overdue()).below(share()));
        tiles.add(collected());
        if (figures.unapplied().isPositive()) {
            tiles.add(new KpiTile(reader.text("portalhome.figure.unapplied"), CustomersNavigation.list())
                    .figure(rounded(figures.unapplied()))
                    .below(reader.text("portalhome.figure.unappliedNote")));
        }
        return new KpiStrip(reader.text("portalhome.figure.label"), tiles.toArray(KpiTile[]::new));
    }

    private KpiTile tile(String name, Show list, Money amount) {
        return new KpiTile(reader.text("portalhome.figure." + name), InvoicingNavigation.list(list))
                .figure(rounded(amount));
    }

    private String share() {
        long open =
                figures.ageing().stream().mapToLong(one -> one.amount().minor()).sum();
        return open <= 0 || figures.lateInvoices() == 0
                ? reader.text("portalhome.figure.nothingLate")
                : reader.text(
                        "portalhome.figure.share",
                        reader.formats().percent((double) figures.overdue().minor() / open),
                        figures.lateInvoices());
    }

    private KpiTile collected() {
        var tile = tile("collected", Show.PAID, figures.collected());
        var months = figures.collectedByMonth().stream()
                .map(Month::amount)
                .mapToLong(Money::minor)
                .toArray();
        if (Arrays.stream(months).anyMatch(month -> month > 0)) {
            tile.spark(months);
        }
        if (!figures.collectedBefore().isPositive()) {
            return tile.below(reader.text("portalhome.figure.collectedFirst"));
        }
        double ratio =
                (double) figures.collected().minor() / figures.collectedBefore().minor() - 1;
        return tile.below(
                new ChangeText(reader.formats(), ratio, Growth.GOOD),
                new Span(" " + reader.text("portalhome.figure.collectedBefore")));
    }

    private String rounded(Money amount) {
        return reader.formats().moneyRounded(amount.minor(), amount.currency());
    }
}
