package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Nav;

/** Figures side by side; two in a row on a phone. */
public final class KpiStrip extends Nav {

    /** @param label what the figures are about, for screen readers */
    public KpiStrip(String label, KpiTile... tiles) {
        addClassName("dm-kpis");
        setAriaLabel(label);
        add(tiles);
    }
}
