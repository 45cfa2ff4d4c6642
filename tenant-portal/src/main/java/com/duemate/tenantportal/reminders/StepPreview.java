package com.duemate.tenantportal.reminders;

import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import com.duemate.tenantportal.reminders.StepPreviews.Debtor;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message of the step in hand, for a customer one chooses. */
class StepPreview extends Section {

    private final StepPreviews previews;
    private final ComboBox<Debtor> whom = new ComboBox<>();
    private final Div stage = new Div();
    private @Nullable Node shown;

    StepPreview(StepPreviews previews, Reader reader) {
        this.previews = previews;
        addClassName("dm-section");
        var debtors = previews.debtors();
        whom.setAriaLabel(reader.text("portalreminders.preview.whom"));
        whom.setPlaceholder(reader.text("portalreminders.preview.invented"));
        whom.addClassName("dm-whom");
        whom.setItems(debtors);
        whom.setItemLabelGenerator(Debtor::name);
        whom.setClearButtonVisible(true);
        if (!debtors.isEmpty()) {
            whom.setValue(debtors.getFirst());
        }
        whom.addValueChangeListener(_ -> draw());
        var head = new Div(new H2(reader.text("portalreminders.preview.title")), whom);
        head.addClassName("dm-section__head");
        add(head, stage);
    }

    void show(Optional<Node> step) {
        shown = step.orElse(null);
        draw();
    }

    private Paragraph note() {
        var note = new Paragraph(getTranslation("portalreminders.task.preview"));
        note.addClassNames("dm-card", "dm-quiet");
        return note;
    }

    private void draw() {
        stage.removeAll();
        if (shown != null) {
            stage.add(
                    shown.channel().byHand()
                            ? note()
                            : previews.write(shown, whom.getOptionalValue().map(Debtor::id)));
        }
    }
}
