package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;
import com.vaadin.flow.server.Command;

/** A list that stays while the detail of one row opens beside it; over it where room is short, a full page on a phone. */
public final class SidePanel extends MasterDetailLayout {

    /** The cell of a grid that has the focus is inside the grid's own tree. */
    private static final String REMEMBER_FOCUS = """
            this.dmBefore = document.activeElement;
            while (this.dmBefore?.shadowRoot?.activeElement) {
              this.dmBefore = this.dmBefore.shadowRoot.activeElement;
            }
            """;

    private final Command onClose;

    /** @param onClose called when a person closes the panel, by its button, Escape or the list behind it */
    public SidePanel(Component list, Command onClose) {
        this.onClose = onClose;
        addClassName("dm-split");
        setMaster(list);
        setMasterSize("min(24rem, 88vw)");
        setDetailSize("27rem");
        setExpandMaster(true);
        setOverlayContainment(OverlayContainment.PAGE);
        addBackdropClickListener(_ -> dismiss());
        addDetailEscapePressListener(_ -> dismiss());
    }

    /** @param actions at the foot of the panel; none leaves it out */
    public void open(String title, Component content, Component... actions) {
        Aside panel = new Aside();
        panel.addClassName("dm-panel");
        H2 name = new H2(title);
        name.addClassName("dm-panel__title");
        Button close = new Button(Sign.CLOSE.create(), _ -> dismiss());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("look.panel.close"));
        Header head = new Header(name, close);
        head.addClassName("dm-panel__head");
        Div body = new Div(content);
        body.addClassName("dm-panel__body");
        panel.add(head, body);
        panel.getElement().setAttribute("aria-label", title);
        if (actions.length > 0) {
            Div foot = new Div(actions);
            foot.addClassName("dm-panel__foot");
            panel.add(foot);
        }
        if (getDetail() == null) {
            getElement().executeJs(REMEMBER_FOCUS);
        }
        setDetail(panel);
        close.focus();
    }

    public void close() {
        if (getDetail() != null) {
            setDetail(null);
            getElement().executeJs("this.dmBefore?.focus(); delete this.dmBefore");
        }
    }

    private void dismiss() {
        close();
        onClose.execute();
    }
}
