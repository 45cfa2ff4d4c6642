package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;

/**
 * A message as its reader saw it: mail on a phone or a desk, or a text message. Mail is shown in a frame without any permission:
 * it loads pictures and nothing else, runs no script and leads nowhere.
 */
public final class MessagePreview extends Div {

    private static final String RULES = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " img-src data: http: https:; style-src 'unsafe-inline'\"><base target=\"_blank\">";

    private final Div device = new Div();
    private final Div stage = new Div(device);

    private enum Screen {
        PHONE,
        DESKTOP
    }

    private MessagePreview() {
        addClassName("dm-preview");
        device.addClassName("dm-device");
        stage.addClassName("dm-preview__stage");
        add(stage);
    }

    /** @param html the message as it was sent; not trusted */
    public static MessagePreview mail(String from, String to, String subject, String html) {
        MessagePreview preview = new MessagePreview();
        FilterChips<Screen> screens = new FilterChips<>(preview.getTranslation("look.preview.screen"), preview::show);
        screens.chip(Screen.PHONE, preview.getTranslation("look.preview.phone"));
        screens.chip(Screen.DESKTOP, preview.getTranslation("look.preview.desktop"));
        preview.addComponentAsFirst(screens);
        preview.head(subject, preview.getTranslation("look.preview.fromTo", from, to));
        preview.device.add(page(subject, html));
        preview.show(Screen.PHONE);
        return preview;
    }

    public static MessagePreview sms(String from, String text) {
        MessagePreview preview = new MessagePreview();
        preview.device.addClassName("dm-device--sms");
        preview.head(from);
        Div bubble = new Div(text);
        bubble.addClassName("dm-bubble");
        Div thread = new Div(bubble);
        thread.addClassName("dm-device__thread");
        preview.device.add(thread);
        return preview;
    }

    private void show(Screen screen) {
        device.setClassName("dm-device--phone", screen == Screen.PHONE);
        device.setClassName("dm-device--desktop", screen == Screen.DESKTOP);
    }

    private void head(String first, String... quiet) {
        Span title = new Span(first);
        title.addClassName("dm-device__subject");
        Div head = new Div(title);
        head.addClassName("dm-device__head");
        for (String line : quiet) {
            Span more = new Span(line);
            more.addClassName("dm-quiet");
            head.add(more);
        }
        device.add(head);
    }

    private static IFrame page(String subject, String html) {
        IFrame page = new IFrame();
        // The rules inside hold even if a browser read the content before it read the attribute.
        page.getElement().setAttribute("sandbox", "");
        page.setSrcdoc(RULES + html);
        page.setTitle(subject);
        page.addClassName("dm-device__page");
        return page;
    }
}
