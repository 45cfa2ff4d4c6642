package com.duemate.tenantportal.branding;

import com.duemate.platform.branding.Brands.Draft;
import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.SampleMessages;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.Tone;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.MessagePreview;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.themes.BrandStyle;
import com.duemate.themes.BrandValues;
import com.duemate.themes.HexColour;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers would see: the page behind a link, in light and in dark, or a message. */
class BrandPreview extends Section {

    private final SampleMessages samples;
    private final Reader reader;
    private final PayerPageSpecimen page;
    private final @Nullable String logoUrl;
    private final Div stage = new Div();
    private final Paragraph note = new Paragraph();
    private What what = What.PAGE;
    private @Nullable Draft shown;

    private enum What {
        PAGE,
        MESSAGE
    }

    BrandPreview(SampleMessages samples, Reader reader, Optional<byte[]> logo, int version) {
        this.samples = samples;
        this.reader = reader;
        page = new PayerPageSpecimen(reader, logo);
        logoUrl = logo.isPresent() ? reader.tenant().portalUrl() + "/brand/logo?v=" + version : null;
        addClassName("dm-section");
        var chips = new FilterChips<What>(getTranslation("portalbranding.preview.title"), chosen -> {
            what = chosen;
            draw();
        });
        for (var one : What.values()) {
            chips.chip(one, getTranslation("portalbranding.preview." + one));
        }
        var head = new Div(new H2(getTranslation("portalbranding.preview.title")), chips);
        head.addClassName("dm-section__head");
        note.addClassNames("dm-quiet", "dm-small");
        add(head, stage, note);
    }

    /** Shows a draft; one that cannot be drawn leaves what is there. */
    void show(Draft draft) {
        if (ColourField.parse(draft.accent()).isPresent() && !draft.name().isBlank()) {
            shown = draft;
            draw();
        }
    }

    private void draw() {
        if (shown == null) {
            return;
        }
        var draft = shown;
        var accent = new HexColour(draft.accent().strip());
        var style = BrandStyle.of(BrandValues.ofAccent(accent));
        stage.removeAll();
        stage.setClassName("dm-specimens", what == What.PAGE);
        switch (what) {
            case PAGE -> stage.add(page.frame(draft, style, "light"), page.frame(draft, style, "dark"));
            case MESSAGE -> stage.add(message(draft));
        }
        note.setText(tell(accent, style));
    }

    private MessagePreview message(Draft draft) {
        var sender = draft.senderName().isBlank() ? draft.name() : draft.senderName();
        var look = BrandLook.of(sender.strip(), draft.accent().strip(), logoUrl, draft.footer());
        var message = samples.reminder(look, Tone.FRIENDLY, Situation.LATE, samples.example(Situation.LATE));
        return MessagePreview.mail(sender, "ana@larkin.example", message.subject(), message.html());
    }

    private String tell(HexColour wanted, BrandStyle style) {
        var light = style.accent();
        var dark = style.accentInTheDark();
        if (!light.equals(wanted)) {
            return reader.text("portalbranding.preview.moved", light.value(), dark.value());
        }
        return dark.equals(wanted)
                ? reader.text("portalbranding.preview.same")
                : reader.text("portalbranding.preview.kept", dark.value());
    }
}
