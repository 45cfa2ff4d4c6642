package com.duemate.tenantportal.shell;

import com.duemate.tenantportal.look.Sign;
import java.util.List;

/** What a room adds to the search that {@code /} opens. Beans are asked in the order of {@code @Order}. */
public interface Finder {

    /** Best first. @param text as typed, neither empty nor blank */
    List<Hit> find(String text, Reader reader, int limit);

    /** @param detail one quiet line; @param route relative, without a leading slash */
    record Hit(Sign sign, String title, String detail, String route) {}
}
