package com.duemate.server.web;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Map;

/** Where a way through the screens ends unexpectedly: what it is, what to do, and the way back to the start. */
abstract class DeadEnd extends Main implements HasDynamicTitle {

    private String title = "";

    DeadEnd() {
        addClassNames("dm-view", "dm-dead-end");
    }

    /** @param key of the texts, which end in {@code Title} and {@code Text} */
    final void show(String key, Map<String, ?> arguments) {
        title = getTranslation("identity.error." + key + "Title");
        var home = new Anchor("/", getTranslation("identity.error.home"));
        // The start differs from host to host, and only the door knows it.
        home.setRouterIgnore(true);
        home.addClassName("dm-dead-end__way");
        removeAll();
        add(new H1(title), new Paragraph(getTranslation("identity.error." + key + "Text", arguments)), home);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
