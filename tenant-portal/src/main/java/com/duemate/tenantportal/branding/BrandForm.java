package com.duemate.tenantportal.branding;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.branding.Brands.Draft;
import com.duemate.tenantportal.look.Refusals;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;

/** What a brand is made of, in words and one colour. */
class BrandForm extends Div {

    private static final int PAUSE_MILLIS = 250;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FOOTER = 400;

    private final TextField name = new TextField();
    private final ColourField accent = new ColourField();
    private final TextField sender = new TextField();
    private final EmailField replyTo = new EmailField();
    private final TextArea footer = new TextArea();
    private final Refusals refusals = new Refusals();
    private @Nullable SerializableConsumer<Draft> onChange;

    BrandForm() {
        addClassNames("dm-card", "dm-form");
        label(name, "name");
        name.setMaxLength(LONGEST_NAME);
        accent.setLabel(getTranslation("portalbranding.field.accent"));
        label(sender, "sender");
        sender.setHelperText(getTranslation("portalbranding.field.senderHelp"));
        sender.setMaxLength(LONGEST_NAME);
        replyTo.setLabel(getTranslation("portalbranding.field.replyTo"));
        replyTo.setHelperText(getTranslation("portalbranding.field.replyToHelp"));
        footer.setLabel(getTranslation("portalbranding.field.footer"));
        footer.setHelperText(getTranslation("portalbranding.field.footerHelp"));
        footer.setMaxLength(LONGEST_FOOTER);
        footer.setMinRows(3);
        footer.addClassName("dm-form__wide");
        refusals.at("name", name)
                .at("accent", accent)
                .at("senderName", sender)
                .at("replyTo", replyTo)
                .at("footer", footer);
        live(name);
        live(sender);
        live(footer);
        tell(name);
        tell(accent);
        tell(sender);
        tell(footer);
        add(name, accent, sender, replyTo, footer);
    }

    void show(Brand brand) {
        name.setValue(brand.name());
        accent.setValue(brand.accent());
        sender.setValue(brand.senderName());
        var address = brand.replyTo();
        replyTo.setValue(address == null ? "" : address);
        footer.setValue(brand.footer());
        refusals.clear();
    }

    Draft draft() {
        return new Draft(name.getValue(), accent.getValue(), footer.getValue(), sender.getValue(), replyTo.getValue());
    }

    /** @param listener called with each change, replacing whoever was called before */
    void onChange(SerializableConsumer<Draft> listener) {
        onChange = listener;
    }

    boolean refuse(String field, String words) {
        return refusals.show(field, words);
    }

    private void label(TextField field, String key) {
        field.setLabel(getTranslation("portalbranding.field." + key));
    }

    private static void live(HasValueChangeMode field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
    }

    private void tell(HasValue<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && onChange != null) {
                onChange.accept(draft());
            }
        });
    }
}
