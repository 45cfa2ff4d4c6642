package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Assignments.Match;
import com.duemate.platform.reminders.Assignments.Taken;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;

/** One rule in the list: what it asks, where it leads, what it would take, and what can be done with it. */
class RuleItem extends ListItem {

    private final Reader reader;
    private final Div actions = new Div();

    /** @param number its place counted from 1; empty for what no rule takes */
    RuleItem(Reader reader, String number, String title, String sentence, String policy, Taken taken) {
        this.reader = reader;
        addClassName("dm-rule");
        var place = new Span(number);
        place.addClassName("dm-rule__number");
        var name = new Span(title);
        name.addClassName("dm-item__name");
        var says = new Span(sentence);
        says.addClassNames("dm-quiet", "dm-rule__says");
        var leads = new Span(new Span(reader.text("portalreminders.rules.leads")), new Span(" "), strong(policy));
        var what = new Div(name, says, leads, taken(taken));
        what.addClassName("dm-rule__what");
        actions.addClassName("dm-rule__actions");
        add(place, what, actions);
    }

    /** A small button with a sign; screen readers get the words. */
    Button offer(Sign sign, String label, Command act) {
        var button = new Button(sign.create(), _ -> act.execute());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        actions.add(button);
        return button;
    }

    /** To the first thing that can be done with it. */
    void focusFirst() {
        actions.getChildren()
                .filter(each -> each instanceof Button button && button.isEnabled())
                .findFirst()
                .ifPresent(each -> ((Button) each).focus());
    }

    private Component taken(Taken taken) {
        var words = TakenText.of(reader, taken);
        if (taken.count() == 0) {
            var none = new Span(words);
            none.addClassNames("dm-quiet", "dm-small");
            return none;
        }
        var rows = new UnorderedList();
        rows.addClassName("dm-rows");
        taken.first().forEach(match -> rows.add(new ListItem(row(match))));
        var details = new Details(words, rows);
        if (taken.count() > taken.first().size()) {
            var note = new Paragraph(reader.text(
                    "portalreminders.rules.more", taken.count() - taken.first().size()));
            note.addClassNames("dm-quiet", "dm-small");
            details.add(note);
        }
        return details;
    }

    private ListRow row(Match match) {
        return new ListRow(
                        InvoicingNavigation.invoice(match.invoice()),
                        match.customerName(),
                        new AmountText(reader.formats(), match.open()))
                .more(new Span(match.number()))
                .when(new DateText(reader.when(match.dueOn())));
    }

    private static Span strong(String words) {
        var span = new Span(words);
        span.addClassName("dm-item__name");
        return span;
    }
}
