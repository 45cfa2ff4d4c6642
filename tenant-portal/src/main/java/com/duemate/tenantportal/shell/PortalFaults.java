package com.duemate.tenantportal.shell;

import com.duemate.tenantportal.look.ErrorCard;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** What becomes of a fault while a screen is used: recorded under a number, and told in plain words with that number. */
class PortalFaults implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PortalFaults.class);
    private static final int SECONDS_15 = 15_000;

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        if (event.getThrowable() instanceof AccessDeniedException) {
            if (ui != null) {
                ui.access(() -> Notice.refused(ui.getTranslation("portal.fault.notAllowed")));
            }
            return;
        }
        var id = id();
        LOG.error("fault {}", id, event.getThrowable());
        if (ui != null) {
            ui.access(() -> tell(ui, id));
        }
    }

    private static void tell(UI ui, String id) {
        var card = new ErrorCard(ui.getTranslation("portal.fault.title"), ui.getTranslation("portal.fault.advice"));
        var notice = new Notification(card.id(id));
        notice.setPosition(Position.BOTTOM_CENTER);
        notice.setDuration(SECONDS_15);
        notice.setAssertive(true);
        notice.open();
    }

    /** Eight signs, enough to find a line in a log and short enough to be read out: {@code 7F3A-91C2}. */
    private static String id() {
        int bits = ThreadLocalRandom.current().nextInt();
        return "%04X-%04X".formatted(bits >>> 16, bits & 0xFFFF).toUpperCase(Locale.ROOT);
    }
}
