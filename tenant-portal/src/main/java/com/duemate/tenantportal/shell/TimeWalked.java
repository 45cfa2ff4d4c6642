package com.duemate.tenantportal.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** The demo's clock stands again at another time; what is on the screen tells of the old one. */
class TimeWalked extends ComponentEvent<UI> {

    TimeWalked(UI ui) {
        super(ui, false);
    }
}
