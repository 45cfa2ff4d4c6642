package com.duemate.platform.notifications.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the delivery of this process, if it has one, that a message is waiting; saves it its pause. */
@Component
class DeliveryBell {

    private final ApplicationEventPublisher local;

    DeliveryBell(ApplicationEventPublisher local) {
        this.local = local;
    }

    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                local.publishEvent(new Rung());
            }
        });
    }

    /** Heard only inside this process. */
    record Rung() {}
}
