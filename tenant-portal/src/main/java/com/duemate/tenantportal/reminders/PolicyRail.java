package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.StepChannel;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.Map;

/** Steps on a line around the due date. */
class PolicyRail extends OrderedList {

    private final Reader reader;

    PolicyRail(Reader reader) {
        this.reader = reader;
        addClassName("dm-rail");
        getElement().setAttribute("aria-label", reader.text("portalreminders.rail.label"));
    }

    /** A step to be seen. */
    void show(Node step) {
        var node = new Span(sign(step.channel()).create());
        node.addClassName("dm-rail__node");
        add(stop(step, node));
    }

    /** A step to be taken into hand. */
    void offer(Node step, boolean inHand, Command take) {
        var node = new NativeButton("", _ -> take.execute());
        node.add(sign(step.channel()).create());
        node.addClassName("dm-rail__node");
        node.setAriaLabel(reader.text(
                "portalreminders.rail.step",
                Map.of(
                        "when", when(reader, step),
                        "channel", step.channel().name(),
                        "tone", step.tone().name())));
        if (inHand) {
            node.getElement().setAttribute("aria-current", "true");
        }
        add(stop(step, node));
    }

    /** The due date without a message. */
    void markDue() {
        var node = new Span();
        node.addClassNames("dm-rail__node", "dm-rail__node--mark");
        var stop = new ListItem(day(reader.text("portalreminders.rail.due")), node, word(""));
        stop.addClassNames("dm-rail__stop", "dm-rail__stop--due");
        stop.setTitle(reader.text("portalreminders.when", Map.of("side", "on", "away", 0)));
        add(stop);
    }

    /** A place where a step could be. @param day what stands above it; empty for none */
    void offerNew(String day, String label, String word, Command make) {
        var node = new NativeButton("", _ -> make.execute());
        node.add(Sign.PLUS.create());
        node.addClassNames("dm-rail__node", "dm-rail__node--new");
        node.setAriaLabel(label);
        var stop = new ListItem(day(day), node, word(word));
        stop.addClassName("dm-rail__stop");
        stop.setClassName("dm-rail__stop--due", !day.isEmpty());
        add(stop);
    }

    /** "3 days before", "on the due date", "7 days after", "5 days after the issue date", "4 days after the last contact". */
    static String when(Reader reader, Node step) {
        int days = step.timing().days();
        var side =
                switch (step.timing().anchor()) {
                    case DUE -> days < 0 ? "before" : days == 0 ? "on" : "after";
                    case ISSUED -> "issued";
                    case LAST_CONTACT -> "contact";
                };
        return reader.text("portalreminders.when", Map.of("side", side, "away", Math.abs(days)));
    }

    private ListItem stop(Node step, HtmlContainer node) {
        var stop = new ListItem(day(day(step)), node, word(reader.text("reminders.tone." + step.tone())));
        stop.addClassName("dm-rail__stop");
        stop.setClassName("dm-rail__stop--due", PolicyViewModel.isOnDueDate(step));
        stop.setTitle(when(reader, step));
        return stop;
    }

    /** With a true minus sign. */
    private String day(Node step) {
        if (PolicyViewModel.isOnDueDate(step)) {
            return reader.text("portalreminders.rail.due");
        }
        int days = step.timing().days();
        var count = reader.formats().number(Math.abs(days));
        return switch (step.timing().anchor()) {
            case DUE -> (days > 0 ? "+" : "\u2212") + count;
            case ISSUED, LAST_CONTACT ->
                reader.text("portalreminders.rail.from." + step.timing().anchor(), count);
        };
    }

    private static Span day(String text) {
        var day = new Span(text);
        day.addClassName("dm-rail__day");
        return day;
    }

    private static Span word(String text) {
        var word = new Span(text);
        word.addClassName("dm-rail__word");
        return word;
    }

    private static Sign sign(StepChannel channel) {
        return switch (channel) {
            case EMAIL -> Sign.MESSAGE;
            case SMS -> Sign.SMS;
            case LETTER -> Sign.LETTER;
            case TASK -> Sign.TEAM;
        };
    }
}
