package com.duemate.tenantportal.branding;

import com.duemate.themes.HexColour;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/** A colour, picked or typed as {@code #rrggbb}; the value is what is typed, right or not. */
class ColourField extends CustomField<String> {

    private static final int PAUSE_MILLIS = 120;
    private static final int LENGTH = 7;

    private final Input picker = new Input();
    private final TextField text = new TextField();

    ColourField() {
        super("");
        addClassName("dm-colour");
        picker.setType("color");
        picker.addClassName("dm-colour__picker");
        picker.getElement().setAttribute("aria-label", getTranslation("portalbranding.field.accentPick"));
        picker.setValueChangeMode(ValueChangeMode.LAZY);
        picker.setValueChangeTimeout(PAUSE_MILLIS);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                text.setValue(change.getValue());
                updateValue();
            }
        });
        text.setMaxLength(LENGTH);
        text.addClassName("dm-mono");
        text.setAriaLabel(getTranslation("portalbranding.field.accent"));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                parse(change.getValue()).ifPresent(colour -> picker.setValue(colour.value()));
                updateValue();
            }
        });
        var both = new Div(picker, text);
        both.addClassName("dm-colour__both");
        add(both);
    }

    static Optional<HexColour> parse(String text) {
        try {
            return Optional.of(new HexColour(text.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    protected String generateModelValue() {
        return text.getValue().strip();
    }

    @Override
    protected void setPresentationValue(String value) {
        text.setValue(value);
        parse(value).ifPresent(colour -> picker.setValue(colour.value()));
    }

    @Override
    public void focus() {
        text.focus();
    }
}
