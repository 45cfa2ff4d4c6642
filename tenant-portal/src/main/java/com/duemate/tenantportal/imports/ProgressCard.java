package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportState;
import com.duemate.tenantportal.look.ProgressStrip;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** How far the work is, and that one may go elsewhere meanwhile. */
class ProgressCard extends Div {

    private final ProgressStrip strip;
    private final Paragraph words = new Paragraph();

    ProgressCard(Reader reader, ImportDetails details) {
        addClassName("dm-stack");
        strip = new ProgressStrip(reader.text("portalimports.progress." + phase(details.state())));
        words.addClassNames("dm-quiet", "dm-small");
        add(strip, words);
        update(reader, details);
    }

    void update(Reader reader, ImportDetails details) {
        var progress = details.progress();
        if (progress != null) {
            strip.update(reader.formats(), progress.done(), progress.total());
        }
        words.setText(ImportWords.sum(reader, details) + ". " + reader.text("portalimports.progress.leave"));
    }

    private static String phase(ImportState state) {
        return switch (state) {
            case STAGING, READY, FAILED -> "reading";
            case COMMITTING -> "committing";
            case COMMITTED, UNDONE -> "undoing";
        };
    }
}
