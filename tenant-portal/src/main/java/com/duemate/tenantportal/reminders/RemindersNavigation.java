package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ways to policies and to the engine, and how other rooms show what stops reminders. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class RemindersNavigation implements Navigation {

    static final String ROUTE = "reminders";
    static final String NEW = "new";
    static final String SENDING = "settings/sending";
    static final String ASSIGNMENT = "assignment";
    static final String TASKS = "tasks";
    static final String CALENDAR = "calendar";
    static final String ENGINE = "staff/engine";

    private final SendingNotice notice;

    RemindersNavigation(SendingNotice notice) {
        this.notice = notice;
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.daily(50, Sign.REMINDER, "portalreminders.nav.reminders", ROUTE),
                Place.daily(55, Sign.TEAM, "portalreminders.nav.tasks", TASKS),
                Place.setting(15, Sign.CALENDAR, "portalreminders.nav.sending", SENDING, Permission.MAY_MANAGE));
    }

    /** For staff: the engine. */
    public static String engine() {
        return ENGINE;
    }

    /** What keeps reminders back, or soon will; empty while all is as usual. @param changed called after somebody decided */
    public Optional<Section> notice(Reader reader, Command changed) {
        return notice.of(reader, changed);
    }

    /** Asks for the reason of a stop. @param follows what happens then; @param stop gets the reason */
    public static Dialog stop(String title, String follows, SerializableConsumer<String> stop) {
        return new StopDialog(title, follows, stop);
    }

    public static String list() {
        return ROUTE;
    }

    public static String policy(PolicyId id) {
        return ROUTE + "/" + id;
    }

    static String assignment() {
        return ROUTE + "/" + ASSIGNMENT;
    }

    /** What policies gave people to do. */
    public static String tasks() {
        return TASKS;
    }

    static String calendar() {
        return ROUTE + "/" + CALENDAR;
    }

    static String create() {
        return ROUTE + "/" + NEW;
    }
}
