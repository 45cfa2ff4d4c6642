package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.tenantportal.look.Sign;
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
    void show(int offset, StepChannel channel, Tone tone) {
        var node = new Span(sign(channel).create());
        node.addClassName("dm-rail__node");
        add(stop(offset, node, reader.text("reminders.tone." + tone)));
    }

    /** A step to be taken into hand. */
    void offer(int offset, StepChannel channel, Tone tone, boolean inHand, Command take) {
        var node = new NativeButton("", _ -> take.execute());
        node.add(sign(channel).create());
        node.addClassName("dm-rail__node");
        node.setAriaLabel(reader.text(
                "portalreminders.rail.step",
                Map.of("when", when(reader, offset), "channel", channel.name(), "tone", tone.name())));
        if (inHand) {
            node.getElement().setAttribute("aria-current", "true");
        }
        add(stop(offset, node, reader.text("reminders.tone." + tone)));
    }

    /** The due date without a message. */
    void markDue() {
        var node = new Span();
        node.addClassNames("dm-rail__node", "dm-rail__node--mark");
        add(stop(0, node, ""));
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

    /** "3 days before", "on the due date", "7 days after". */
    static String when(Reader reader, int offset) {
        var side = offset < 0 ? "before" : offset == 0 ? "on" : "after";
        return reader.text("portalreminders.when", Map.of("side", side, "away", Math.abs(offset)));
    }

    private ListItem stop(int offset, HtmlContainer node, String word) {
        var stop = new ListItem(day(day(reader, offset)), node, word(word));
        stop.addClassName("dm-rail__stop");
        stop.setClassName("dm-rail__stop--due", offset == 0);
        stop.setTitle(when(reader, offset));
        return stop;
    }

    /** With a true minus sign. */
    private static String day(Reader reader, int offset) {
        if (offset == 0) {
            return reader.text("portalreminders.rail.due");
        }
        return (offset > 0 ? "+" : "\u2212") + reader.formats().number(Math.abs(offset));
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
        };
    }
}
