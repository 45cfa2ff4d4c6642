package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportColumn.MappedBy;
import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.Imports.Outcome;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each column was taken for, why, and another meaning for it where the guess is wrong. */
class MappingCard extends Details {

    private final Imports imports;
    private final Reader reader;
    private final ImportDetails details;
    private final Command changed;
    private final Map<String, ImportField> chosen = new LinkedHashMap<>();
    private final Button apply;

    MappingCard(Imports imports, Reader reader, ImportDetails details, Command changed) {
        this.imports = imports;
        this.reader = reader;
        this.details = details;
        this.changed = changed;
        addClassNames("dm-card", "dm-mapping");
        long taken = details.columns().stream().filter(MappingCard::isTaken).count();
        setSummaryText(reader.text(
                "portalimports.mapping.title", taken, details.columns().size()));
        setOpened(!details.missing().isEmpty());
        apply = new Button(reader.text("portalimports.mapping.apply"), _ -> apply());
        apply.addThemeName("primary");
        apply.setEnabled(false);
        var lines = new Div();
        lines.addClassName("dm-mapping__lines");
        for (var column : details.columns()) {
            if (column.by() == MappedBy.GIVEN) {
                chosen.put(column.header(), Optional.ofNullable(column.field()).orElse(ImportField.IGNORED));
            }
            lines.add(line(column));
        }
        var words = new Span(reader.text("portalimports.mapping.explain"));
        words.addClassNames("dm-quiet", "dm-small");
        var foot = new Div(apply, words);
        foot.addClassName("dm-toolbar");
        add(lines, foot);
    }

    private Div line(ImportColumn column) {
        var name = new Span(column.header().isBlank() ? numbered(column) : column.header());
        name.addClassName("dm-mapping__name");
        var samples = new Span(String.join(" · ", column.samples()));
        samples.addClassName("dm-mapping__samples");
        var words = new Div(name, samples);
        words.addClassName("dm-mapping__words");
        var why = new Span(reader.text("portalimports.mapping.by." + column.by()));
        why.addClassNames("dm-quiet", "dm-small");
        var line = new Div(words, field(column), why);
        line.addClassName("dm-mapping__line");
        return line;
    }

    private Component field(ImportColumn column) {
        var field = new Select<ImportField>();
        field.setAriaLabel(reader.text("portalimports.mapping.of", column.header()));
        field.setItems(ImportField.values());
        field.setItemLabelGenerator(one -> ImportWords.field(reader, one));
        field.setValue(Optional.ofNullable(column.field()).orElse(ImportField.IGNORED));
        field.addValueChangeListener(change -> {
            chosen.put(column.header(), change.getValue());
            apply.setEnabled(true);
        });
        return field;
    }

    private void apply() {
        if (imports.remap(details.id(), chosen) instanceof Outcome.Refused refused) {
            Notice.refused(reader.text(refused.reason()));
        }
        changed.execute();
    }

    private String numbered(ImportColumn column) {
        return reader.text("portalimports.mapping.column", column.index() + 1);
    }

    private static boolean isTaken(ImportColumn column) {
        return column.field() != null && column.field() != ImportField.IGNORED;
    }
}
