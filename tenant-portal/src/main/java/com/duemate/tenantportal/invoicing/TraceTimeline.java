package com.duemate.tenantportal.invoicing;

import com.duemate.tenantportal.look.Timeline;
import com.duemate.tenantportal.look.WhyPopover;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** An invoice's trace as one reads it. */
class TraceTimeline extends Composite<Timeline> {

    TraceTimeline(Reader reader, List<InvoiceTrace.Entry> entries) {
        for (var entry : entries) {
            getContent()
                    .entry(
                            entry.mark(),
                            entry.sign(),
                            entry.title(),
                            entry.exact() ? reader.when(entry.at()) : reader.when(reader.day(entry.at())),
                            detail(reader, entry));
        }
    }

    private static Component[] detail(Reader reader, InvoiceTrace.Entry entry) {
        var parts = new ArrayList<Component>();
        if (entry.detail() != null) {
            parts.add(new Span(entry.detail() + " "));
        }
        if (entry.route() != null) {
            parts.add(new Anchor(entry.route(), reader.text("portalinvoicing.trace.open")));
        }
        if (entry.why() != null) {
            parts.add(new WhyPopover(entry.title(), entry.why()));
        }
        return parts.toArray(Component[]::new);
    }
}
