package com.duemate.tenantportal.shell;

import com.duemate.platform.messaging.TimeMachine;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The demo's day, and ways to walk on from it; nothing where time passes by itself. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@OnRole(ServerRole.TENANT_PORTAL)
class DemoClock extends Div {

    private static final int[] DAYS = {1, 3, 7, 30};

    private final @Nullable TimeMachine machine;
    private final Readers readers;
    private final Pulse pulse = new Pulse(this, this::arrived);
    private final Span day = new Span();
    private final ProgressBar walking = new ProgressBar();

    DemoClock(ObjectProvider<TimeMachine> machines, Readers readers) {
        this.machine = machines.getIfAvailable();
        this.readers = readers;
        addClassName("dm-shell__clock");
        setVisible(machine != null);
        walking.setIndeterminate(true);
        walking.setVisible(false);
        walking.getElement().setAttribute("aria-label", getTranslation("portal.clock.walking"));
        day.addClassName("dm-shell__word");
        add(menu(), walking);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (machine != null && !tick()) {
            pulse.start(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        pulse.stop();
    }

    private MenuBar menu() {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        var content = new Span(Sign.CLOCK.create(), day);
        content.addClassName("dm-shell__search");
        MenuItem root = bar.addItem(content);
        root.setAriaLabel(getTranslation("portal.clock.label"));
        root.getSubMenu().addItem(getTranslation("portal.clock.explain")).setEnabled(false);
        for (int days : DAYS) {
            root.getSubMenu().addItem(getTranslation("portal.clock.forward", days), _ -> walk(days));
        }
        return bar;
    }

    private void walk(int days) {
        if (machine != null) {
            try {
                machine.advance(Duration.ofDays(days));
            } catch (IllegalArgumentException _) {
                Notice.refused(getTranslation("portal.clock.tooFar"));
            }
            tick();
            getUI().ifPresent(pulse::start);
        }
    }

    /** Once the clock stands, what the screen shows is of another day. */
    private boolean arrived() {
        boolean stands = tick();
        if (stands) {
            getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new TimeWalked(ui)));
        }
        return stands;
    }

    /** Shows the day. @return true when nothing walks any more */
    private boolean tick() {
        if (machine == null) {
            return true;
        }
        var reading = machine.read();
        var reader = readers.current();
        day.setText(reader.formats().date(reader.day(reading.now())));
        walking.setVisible(!reading.quiet());
        return reading.quiet();
    }
}
