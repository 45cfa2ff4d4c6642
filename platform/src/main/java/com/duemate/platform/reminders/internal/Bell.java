package com.duemate.platform.reminders.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Saves the engine of this process its pause when the current transaction leaves it something to weigh. */
@Component
class Bell {

    private final ApplicationEventPublisher local;

    Bell(ApplicationEventPublisher local) {
        this.local = local;
    }

    void ring() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                local.publishEvent(new Rung());
            }
        });
    }

    record Rung() {}
}
