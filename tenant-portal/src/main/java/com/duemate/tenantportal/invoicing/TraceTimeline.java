package com.duemate.tenantportal.invoicing;

import com.duemate.tenantportal.look.Timeline;
import com.duemate.tenantportal.look.WhyPopover;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.themes.text.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** An invoice's trace as one reads it. */
class TraceTimeline extends Composite<Timeline> {

    TraceTimeline(Reader reader, List<InvoiceTrace.Entry> entries) {
        for (var entry : entries) {
            getContent().entry(entry.mark(), entry.sign(), entry.title(), when(reader, entry), detail(reader, entry));
        }
    }

    /** To the minute while it is near, by its day otherwise, like its neighbours that have no hour. */
    private static When when(Reader reader, InvoiceTrace.Entry entry) {
        var day = reader.day(entry.at());
        boolean near = Math.abs(ChronoUnit.DAYS.between(reader.today(), day)) <= 1;
        return entry.exact() && near ? reader.when(entry.at()) : reader.when(day);
    }

    private static Component[] detail(Reader reader, InvoiceTrace.Entry entry) {
        var parts = new ArrayList<Component>();
        if (entry.detail() != null) {
            parts.add(new Span(entry.detail() + " "));
        }
        if (entry.route() != null) {
            parts.add(new Anchor(entry.route(), reader.text("portalinvoicing.trace.open")));
            parts.add(new Span(" "));
        }
        if (entry.why() != null) {
            parts.add(new WhyPopover(entry.title(), entry.why()));
        }
        return parts.toArray(Component[]::new);
    }
}
