package com.duemate.tenantportal.shell;

import java.util.List;

/** What a room adds to the navigation; each room's {@code <Room>Navigation} is a bean of this kind. */
public interface Navigation {

    List<Place> places();
}
