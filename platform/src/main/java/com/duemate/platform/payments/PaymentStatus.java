package com.duemate.platform.payments;

/** Where a payment stands; a function of the set of facts the provider told, in any order. */
public enum PaymentStatus {
    STARTED,
    /** Begun and not yet final; bank debits take days. */
    IN_FLIGHT,
    RECEIVED,
    DECLINED,
    REFUNDED
}
