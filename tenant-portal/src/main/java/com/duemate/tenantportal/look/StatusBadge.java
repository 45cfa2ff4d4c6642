package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Span;

/** A state as colour, shape and word. */
public final class StatusBadge extends Span {

    public StatusBadge(Tone tone, String word) {
        addClassNames("dm-badge", "dm-badge--" + tone.word());
        add(tone.shape(), new Span(word));
    }
}
