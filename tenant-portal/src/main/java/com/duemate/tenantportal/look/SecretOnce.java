package com.duemate.tenantportal.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A secret or a link that is shown now and never again, with a button that takes it along. */
public final class SecretOnce extends Div {

    /** @param label what it is; @param note what to do with it, and that it does not come back */
    public SecretOnce(String label, String secret, String note) {
        addClassName("dm-secret");
        Span name = new Span(label);
        name.addClassName("dm-secret__label");
        Code text = new Code(secret);
        text.addClassNames("dm-secret__text", "dm-mono");
        Button copy = new Button(getTranslation("look.secret.copy"), Sign.COPY.create());
        Clipboard.onClick(copy)
                .writeText(secret, _ -> copied(copy), _ -> copy.setText(getTranslation("look.secret.byHand")));
        Div line = new Div(text, copy);
        line.addClassName("dm-secret__line");
        Paragraph words = new Paragraph(note);
        words.addClassName("dm-secret__note");
        add(name, line, words);
    }

    private void copied(Button copy) {
        copy.setText(getTranslation("look.secret.copied"));
        copy.setIcon(Sign.CHECK.create());
    }
}
