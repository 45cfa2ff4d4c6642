package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.tenantportal.look.ErrorCard;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why a file cannot go on, and what helps. */
class FailureCard extends Div {

    FailureCard(Reader reader, ImportDetails details) {
        var missing = details.missing().stream()
                .map(field -> ImportWords.field(reader, field))
                .collect(Collectors.joining(", "));
        var advice = missing.isEmpty()
                ? reader.text("portalimports.failed.advice")
                : reader.text("portalimports.failed.missing", missing);
        add(new ErrorCard(reader.text(Objects.requireNonNull(details.failure())), advice));
    }
}
