package com.duemate.customerportal.shell;

import com.duemate.platform.identity.CustomerUser;
import com.duemate.platform.messaging.LiveUpdates;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.scope.ServerRole;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Lets an open screen load again when something at its tenant changed; what it then sees is still its customer's alone. */
@org.springframework.stereotype.Component
@OnRole(ServerRole.CUSTOMER_PORTAL)
public class MyScreens {

    private static final Executor SOON = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final LiveUpdates updates;

    MyScreens(LiveUpdates updates) {
        this.updates = updates;
    }

    /** Calls {@code reload} as the signed-in customer, at most once in 300 ms while the screen is attached. */
    public void follow(Component screen, Command reload) {
        screen.addAttachListener(event -> {
            if (Scopes.current() instanceof Scope.Customer scope) {
                var follower = new Follower(event.getUI(), scope, reload);
                var subscription = updates.subscribe(scope.tenant(), _ -> follower.heard());
                screen.addDetachListener(detach -> {
                    detach.unregisterListener();
                    subscription.close();
                });
            }
        });
    }

    private record Follower(UI ui, Scope.Customer scope, Command reload, AtomicBoolean waiting) {

        Follower(UI ui, Scope.Customer scope, Command reload) {
            this(ui, scope, reload, new AtomicBoolean());
        }

        void heard() {
            if (waiting.compareAndSet(false, true)) {
                SOON.execute(this::tell);
            }
        }

        private void tell() {
            try {
                ui.access(this::reloadAsCustomer);
            } catch (UIDetachedException _) {
                waiting.set(true); // nobody looks any more; the detach listener ends the subscription
            }
        }

        /** Whoever is signed in by now: when that is nobody or somebody else, the page finds out by itself. */
        private void reloadAsCustomer() {
            waiting.set(false);
            if (ui.getSession()
                                    .getSession()
                                    .getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext context
                    && context.getAuthentication() != null
                    && context.getAuthentication().getPrincipal() instanceof CustomerUser customer
                    && customer.scope().equals(scope)) {
                var before = SecurityContextHolder.getContext();
                SecurityContextHolder.setContext(context);
                try {
                    Scopes.run(scope, reload::execute);
                } finally {
                    SecurityContextHolder.setContext(before);
                }
            } else {
                ui.getPage().reload();
            }
        }
    }
}
