package com.duemate.tenantportal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.Command;

/** A line that says what happened, for a moment, at the foot of the screen. */
public final class Notice {

    private static final int SECONDS_5 = 5_000;
    private static final int SECONDS_10 = 10_000;

    private Notice() {}

    /** @param text in the reader's words */
    public static void done(String text) {
        Notification.show(text, SECONDS_5, Position.BOTTOM_CENTER);
    }

    /** @param undo takes it back, as long as the notice stands */
    public static void done(String text, String undoWord, Command undo) {
        var notice = new Notification();
        var button = new Button(undoWord, _ -> {
            notice.close();
            undo.execute();
        });
        var line = new Span(new Span(text), button);
        line.addClassName("dm-toolbar");
        notice.add(line);
        notice.setPosition(Position.BOTTOM_CENTER);
        notice.setDuration(SECONDS_10);
        notice.open();
    }

    /** Something was not done, and why. */
    public static void refused(String text) {
        var notice = Notification.show(text, SECONDS_10, Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
    }
}
