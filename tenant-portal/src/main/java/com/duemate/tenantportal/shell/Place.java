package com.duemate.tenantportal.shell;

import com.duemate.platform.scope.Permission;
import com.duemate.tenantportal.look.Sign;

/**
 * A place the navigation leads to. The first four of {@link Group#DAILY} stand in a phone's bottom bar.
 *
 * @param order within its group, ascending
 * @param text key of its name
 * @param route relative, without a leading slash
 * @param needs without this permission it is not shown
 */
public record Place(Group group, int order, Sign sign, String text, String route, Permission needs) {

    /** Where in the navigation a place stands. */
    public enum Group {
        DAILY,
        SETTINGS
    }

    public static Place daily(int order, Sign sign, String text, String route) {
        return new Place(Group.DAILY, order, sign, text, route, Permission.MAY_READ);
    }

    public static Place setting(int order, Sign sign, String text, String route, Permission needs) {
        return new Place(Group.SETTINGS, order, sign, text, route, needs);
    }
}
