package com.duemate.tenantportal.look;

import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Work that takes its time: in full on its own page, as a strip in the header of every other. */
public final class ProgressStrip extends HtmlContainer {

    private final Span count = new Span();
    private final ProgressBar bar = new ProgressBar();

    public ProgressStrip(String label) {
        this("div", label);
    }

    /** The strip that leads back to the work. */
    public static ProgressStrip leadingTo(String route, String label) {
        ProgressStrip strip = new ProgressStrip("a", label);
        strip.addClassName("dm-progress--strip");
        Routes.open(strip, route);
        return strip;
    }

    private ProgressStrip(String tag, String label) {
        super(tag);
        addClassName("dm-progress");
        Span name = new Span(label);
        name.addClassName("dm-progress__label");
        count.addClassName("dm-progress__count");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", label);
        add(name, count, bar);
    }

    /** @param total 0 while it is not known */
    public void update(Formats formats, long done, long total) {
        bar.setIndeterminate(total <= 0);
        if (total > 0) {
            bar.setValue(Math.clamp((double) done / total, 0.0, 1.0));
            count.setText(getTranslation("look.progress.count", formats.number(done), formats.number(total)));
        } else {
            count.setText(formats.number(done));
        }
    }
}
