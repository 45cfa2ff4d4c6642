package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;

/** What can be done to the selected rows; slides in while there are any. */
public final class BulkBar extends Div {

    private final Span count = new Span();

    /** @param onClear asked to empty the selection */
    public BulkBar(Command onClear, Component... actions) {
        addClassName("dm-bulk");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("look.bulk.label"));
        count.addClassName("dm-bulk__count");
        count.getElement().setAttribute("aria-live", "polite");
        Button clear = new Button(Sign.CLOSE.create(), _ -> onClear.execute());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassName("dm-bulk__clear");
        clear.setAriaLabel(getTranslation("look.bulk.clear"));
        Div buttons = new Div(actions);
        buttons.addClassName("dm-bulk__actions");
        add(count, clear, buttons);
        show(0);
    }

    /** @param selected rows; 0 hides the bar */
    public void show(int selected) {
        getElement().setAttribute("hidden", selected == 0);
        count.setText(getTranslation("look.bulk.selected", selected));
    }
}
