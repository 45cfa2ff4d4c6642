package com.duemate.tenantportal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Looks again every 700 ms, by requests of the browser, until there is nothing left to see. Several share a UI's requests. */
final class Pulse {

    private static final int EVERY_MILLIS = 700;
    private static final int NEVER = -1;

    private final Component owner;
    private final BooleanSupplier done;
    private @Nullable UI ui;
    private @Nullable Registration polls;

    /** @param done looks; true when it need not look again */
    Pulse(Component owner, BooleanSupplier done) {
        this.owner = owner;
        this.done = done;
    }

    void start(UI ui) {
        if (polls != null) {
            return;
        }
        this.ui = ui;
        beating(ui).owners.add(owner);
        ui.setPollInterval(EVERY_MILLIS);
        polls = ui.addPollListener(_ -> {
            if (done.getAsBoolean()) {
                stop();
            }
        });
    }

    void stop() {
        if (polls == null || ui == null) {
            return;
        }
        polls.remove();
        polls = null;
        var beating = beating(ui);
        beating.owners.remove(owner);
        if (beating.owners.isEmpty()) {
            ui.setPollInterval(NEVER);
        }
    }

    private static Beating beating(UI ui) {
        var beating = ComponentUtil.getData(ui, Beating.class);
        if (beating == null) {
            beating = new Beating();
            ComponentUtil.setData(ui, Beating.class, beating);
        }
        return beating;
    }

    /** Who keeps a UI's requests coming. */
    private static final class Beating {

        final Set<Component> owners = new HashSet<>();
    }
}
