package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ways to policies. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class RemindersNavigation implements Navigation {

    static final String ROUTE = "reminders";
    static final String NEW = "new";
    static final String SENDING = "settings/sending";
    static final String ASSIGNMENT = "assignment";
    static final String TASKS = "tasks";
    static final String CALENDAR = "calendar";

    @Override
    public List<Place> places() {
        return List.of(
                Place.daily(50, Sign.REMINDER, "portalreminders.nav.reminders", ROUTE),
                Place.daily(55, Sign.TEAM, "portalreminders.nav.tasks", TASKS),
                Place.setting(15, Sign.CALENDAR, "portalreminders.nav.sending", SENDING, Permission.MAY_MANAGE));
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
