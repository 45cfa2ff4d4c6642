package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tasks.Task;
import com.duemate.tenantportal.customers.CustomersNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call or a letter: to whom, by which number, about how much. */
class TaskRow extends ListItem {

    /** @param letter leads to the PDF; null for what is none, or cannot be printed */
    TaskRow(Task task, Reader reader, Command done, @Nullable Anchor letter) {
        addClassName("dm-work");
        var sign = (task.channel() == StepChannel.LETTER ? Sign.LETTER : Sign.PHONE).create();
        sign.addClassName("dm-work__sign");
        var label = reader.text(
                task.channel() == StepChannel.LETTER ? "portalreminders.tasks.posted" : "portalreminders.tasks.done");
        var button = new Button(label, _ -> done.execute());
        button.setAriaLabel(label + ": " + what(task, reader));
        var acts = new Div();
        acts.addClassName("dm-work__acts");
        if (letter != null) {
            letter.setAriaLabel(letter.getText() + ": " + what(task, reader));
            acts.add(letter);
        }
        acts.add(button);
        add(sign, about(task, reader), amounts(task, reader), acts);
    }

    static String what(Task task, Reader reader) {
        return reader.text(
                "portalreminders.tasks.what",
                Map.of("channel", task.channel().name(), "customer", task.customerName()));
    }

    private static Div about(Task task, Reader reader) {
        var customer = new Anchor(CustomersNavigation.customer(task.customer()), what(task, reader));
        customer.getElement().setAttribute("router-link", true);
        var more = new Div(
                new Span(task.invoices().stream()
                        .findFirst()
                        .map(oldest -> reader.text(
                                        "portalreminders.tasks.invoices",
                                        task.invoices().size(),
                                        oldest.number())
                                + " · ")
                        .orElse("")),
                new DateText(reader.when(task.givenAt())));
        more.addClassNames("dm-quiet", "dm-small");
        var phone = task.phone();
        if (phone != null && task.channel() == StepChannel.TASK) {
            more.add(new Span(" · "), new Anchor("tel:" + phone, phone));
        }
        if (task.channel() == StepChannel.LETTER) {
            more.add(letter(task, reader));
        }
        return new Div(customer, more);
    }

    private static Span letter(Task task, Reader reader) {
        var state = new Span();
        var printed = task.printedAt();
        if (task.address() == null) {
            var add = new Anchor(
                    CustomersNavigation.edit(task.customer()), reader.text("portalreminders.tasks.addAddress"));
            add.getElement().setAttribute("router-link", true);
            state.add(new Span(" · " + reader.text("portalreminders.tasks.noAddress") + " · "), add);
        } else if (printed != null) {
            state.add(" · "
                    + reader.text(
                            "portalreminders.tasks.printed", reader.formats().dateTime(printed)));
        }
        return state;
    }

    private static Div amounts(Task task, Reader reader) {
        var totals = new LinkedHashMap<Currency, Money>();
        task.invoices().forEach(owed -> totals.merge(owed.open().currency(), owed.open(), Money::plus));
        var amounts = new Div();
        totals.values().forEach(total -> amounts.add(new AmountText(reader.formats(), total)));
        return amounts;
    }
}
