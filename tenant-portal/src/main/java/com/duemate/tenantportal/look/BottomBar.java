package com.duemate.tenantportal.look;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The main places under the thumb; shown where the navigation has left the side. */
public final class BottomBar extends Nav {

    private final Map<String, Anchor> places = new LinkedHashMap<>();
    private @Nullable Registration navigation;

    public BottomBar(String label) {
        addClassName("dm-bottom-bar");
        setAriaLabel(label);
    }

    public BottomBar place(Sign sign, String text, String route) {
        Anchor place = new Anchor();
        place.add(sign.create(), new Span(text));
        Routes.open(place, route);
        places.put(route, place);
        add(place);
        return this;
    }

    /** The last one, which opens everything else. */
    public BottomBar more(String text, Command open) {
        NativeButton more = new NativeButton();
        more.add(Sign.MORE.create(), new Span(text));
        more.addClickListener(_ -> open.execute());
        add(more);
        return this;
    }

    /** Marks the place a path lies in: itself or below it. */
    void mark(String path) {
        places.forEach((route, place) -> {
            boolean here = path.equals(route) || (!route.isEmpty() && path.startsWith(route + "/"));
            if (here) {
                place.getElement().setAttribute("aria-current", "page");
            } else {
                place.getElement().removeAttribute("aria-current");
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        mark(event.getUI().getActiveViewLocation().getPath());
        navigation = event.getUI()
                .addAfterNavigationListener(after -> mark(after.getLocation().getPath()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (navigation != null) {
            navigation.remove();
            navigation = null;
        }
    }
}
