package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The shape of what is being loaded. */
public final class Skeleton extends Div {

    private Skeleton() {
        addClassName("dm-skeleton");
        getElement().setAttribute("role", "status");
        Span word = new Span(getTranslation("look.loading"));
        word.addClassName("dm-hidden");
        add(word);
    }

    /** A heading and lines of text. */
    public static Skeleton text(int lines) {
        Skeleton skeleton = new Skeleton();
        skeleton.bone("title");
        for (int i = 0; i < lines; i++) {
            skeleton.bone(i == lines - 1 ? "short" : "line");
        }
        return skeleton;
    }

    public static Skeleton tiles(int count) {
        Skeleton skeleton = new Skeleton();
        skeleton.addClassName("dm-skeleton--tiles");
        for (int i = 0; i < count; i++) {
            skeleton.bone("tile");
        }
        return skeleton;
    }

    private void bone(String kind) {
        Div bone = new Div();
        bone.addClassNames("dm-skeleton__bone", "dm-skeleton__bone--" + kind);
        add(bone);
    }
}
