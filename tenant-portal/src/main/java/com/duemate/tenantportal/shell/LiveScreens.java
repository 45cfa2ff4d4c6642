package com.duemate.tenantportal.shell;

import com.duemate.platform.messaging.LiveUpdates;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.scope.ServerRole;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Lets open screens load again when something of their tenant changed. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public class LiveScreens {

    private static final int GATHER_MILLIS = 300;

    private final LiveUpdates updates;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-screens").factory());

    LiveScreens(LiveUpdates updates) {
        this.updates = updates;
    }

    /**
     * Calls {@code reload} in the scope and the security context of the screen's own session, at most once in 300 ms, as long as
     * the screen is attached. To be called once, from the screen's constructor.
     */
    public void follow(com.vaadin.flow.component.Component screen, Command reload) {
        screen.addAttachListener(event -> {
            if (Scopes.current() instanceof Scope.Tenant scope) {
                var follower = new Follower(event.getUI(), scope, reload);
                var subscription = updates.subscribe(scope.tenant(), _ -> follower.heard());
                var walks = ComponentUtil.addListener(event.getUI(), TimeWalked.class, _ -> reload.execute());
                screen.addDetachListener(detach -> {
                    detach.unregisterListener();
                    walks.remove();
                    subscription.close();
                });
            }
        });
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private final class Follower {

        private final UI ui;
        private final Scope scope;
        private final Command reload;
        private final AtomicBoolean waiting = new AtomicBoolean();

        Follower(UI ui, Scope scope, Command reload) {
            this.ui = ui;
            this.scope = scope;
            this.reload = reload;
        }

        void heard() {
            if (!timer.isShutdown() && waiting.compareAndSet(false, true)) {
                timer.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        /** Grids fetch their rows when the answer is written, so it is written here, in the same name. */
        private void show() {
            reload.execute();
            ui.push();
        }

        private void tell() {
            try {
                ui.access(() -> {
                    waiting.set(false);
                    SessionScope.of(ui)
                            .run(scope, this::show, () -> ui.getPage().reload());
                });
            } catch (UIDetachedException _) {
                waiting.set(true); // nobody looks any more; the detach listener ends the subscription
            }
        }
    }
}
