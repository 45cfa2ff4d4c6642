package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.Role;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;

/** The three roles, each with what it may do. */
class RoleChoice extends RadioButtonGroup<Role> {

    RoleChoice(Reader reader) {
        addClassName("dm-choices");
        setLabel(reader.text("portalidentity.role.label"));
        setManualValidation(true);
        setItems(Role.values());
        setItemLabelGenerator(role -> reader.text("identity.role." + role));
        setRenderer(new ComponentRenderer<>(role -> {
            var name = new Span(reader.text("identity.role." + role));
            name.addClassName("dm-choices__name");
            var words = new Span(reader.text("portalidentity.role.may." + role));
            words.addClassName("dm-choices__more");
            var both = new Div(name, words);
            both.addClassName("dm-choices__words");
            return both;
        }));
    }
}
