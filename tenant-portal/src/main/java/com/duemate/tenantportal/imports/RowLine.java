package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportRow;
import com.duemate.platform.imports.ImportRow.Change;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Optional;

/** One row of the file, with its differences field by field or the reasons why it is refused. */
class RowLine extends Div {

    private final Reader reader;

    RowLine(Reader reader, ImportRow row) {
        this.reader = reader;
        addClassName("dm-rowline");
        var number = new Span(reader.formats().number(row.row()));
        number.addClassName("dm-rowline__number");
        number.setTitle(reader.text("portalimports.row.number", row.row()));
        var badge = ImportWords.badge(reader, row.verdict());
        badge.addClassName("dm-rowline__verdict");
        add(number, badge);
        if (isNamed(row)) {
            add(what(row));
            amount(row).ifPresent(this::add);
        } else {
            addClassName("dm-rowline--bare");
        }
        var more = more(row);
        if (more.getComponentCount() > 0) {
            add(more);
        }
    }

    private static boolean isNamed(ImportRow row) {
        return row.invoice() != null || row.customerName() != null || row.customerNumber() != null;
    }

    private Div what(ImportRow row) {
        var invoice = row.invoice();
        var customer = Optional.ofNullable(row.customerName())
                .or(() -> Optional.ofNullable(row.customerNumber()))
                .orElse("");
        var name = new Span(invoice == null ? customer : invoice.number());
        name.addClassName("dm-rowline__name");
        var what = new Div(name);
        what.addClassName("dm-rowline__what");
        if (invoice != null) {
            var facts = new ArrayList<String>();
            facts.add(customer);
            facts.add(reader.text("portalimports.row.issued", reader.date(invoice.issuedOn())));
            if (invoice.dueOn() != null) {
                facts.add(reader.text("portalimports.row.due", reader.date(invoice.dueOn())));
            }
            if (invoice.paidOn() != null) {
                facts.add(reader.text("portalimports.row.paid", reader.date(invoice.paidOn())));
            }
            var quiet = new Span(String.join(" · ", facts));
            quiet.addClassName("dm-rowline__facts");
            what.add(quiet);
        }
        return what;
    }

    private Optional<AmountText> amount(ImportRow row) {
        return Optional.ofNullable(row.invoice()).map(invoice -> new AmountText(reader.formats(), invoice.total()));
    }

    private UnorderedList more(ImportRow row) {
        var list = new UnorderedList();
        list.addClassName("dm-rowline__more");
        if (row.verdict() == RowVerdict.CHANGED) {
            row.changes().forEach(change -> list.add(changed(change)));
        }
        row.errors().forEach(error -> list.add(refused(error)));
        return list;
    }

    private ListItem changed(Change change) {
        var item = new ListItem(label(ImportWords.field(reader, change.field())));
        if (change.before() != null) {
            var before = new Span(ImportWords.value(reader, change.field(), change.before()));
            before.addClassName("dm-rowline__before");
            item.add(before, arrow());
        }
        var after = new Span(ImportWords.value(reader, change.field(), change.after()));
        after.addClassName("dm-rowline__after");
        item.add(after);
        return item;
    }

    private ListItem refused(ImportError error) {
        var item = new ListItem();
        if (error.field() != null) {
            item.add(label(ImportWords.field(reader, error.field())));
        }
        var words = new Span(reader.text(error.reason(), error.arguments()));
        words.addClassName("dm-rowline__reason");
        item.add(words);
        return item;
    }

    private Span arrow() {
        var arrow = Sign.FORWARD.create();
        arrow.getElement().removeAttribute("aria-hidden");
        arrow.getElement().setAttribute("role", "img");
        arrow.getElement().setAttribute("aria-label", reader.text("portalimports.row.becomes"));
        return arrow;
    }

    private static Span label(String text) {
        var label = new Span(text);
        label.addClassName("dm-rowline__field");
        return label;
    }
}
