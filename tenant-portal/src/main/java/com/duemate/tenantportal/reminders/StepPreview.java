package com.duemate.tenantportal.reminders;

import com.duemate.platform.notifications.LetterWords.Words;
import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import com.duemate.tenantportal.reminders.StepPreviews.Debtor;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message of the step in hand, for a customer one chooses. */
class StepPreview extends Section {

    private static final Pattern PARAGRAPHS = Pattern.compile("\n{2,}");

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

    private Paragraph note(String key) {
        var note = new Paragraph(getTranslation("portalreminders.task." + key));
        note.addClassNames("dm-card", "dm-quiet");
        return note;
    }

    private void draw() {
        stage.removeAll();
        if (shown != null) {
            var debtor = whom.getOptionalValue().map(Debtor::id);
            switch (shown.channel()) {
                case TASK -> stage.add(note("preview"));
                case LETTER -> stage.add(note("letterPreview"), letter(previews.letter(shown, debtor)));
                case EMAIL, SMS -> stage.add(previews.write(shown, debtor));
            }
        }
    }

    private Div letter(Words words) {
        var subject = new Paragraph();
        subject.add(new Emphasis(words.subject()));
        var paper = new Div(subject);
        paper.addClassName("dm-card");
        addParagraphs(paper, words.before());
        addParagraphs(paper, getTranslation("portalreminders.task.letterList"));
        addParagraphs(paper, words.after());
        return paper;
    }

    private static void addParagraphs(Div paper, String text) {
        for (var paragraph : PARAGRAPHS.split(text)) {
            var rows = new Paragraph();
            paragraph.lines().forEach(row -> rows.add(new Span(row), new HtmlComponent("br")));
            paper.add(rows);
        }
    }
}
