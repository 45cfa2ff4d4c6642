package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.RowVerdict;

/** What a step adds to the figures of its import; negative where a verdict became another one. */
final class Tally {

    long rows;
    long created;
    long updated;
    long unchanged;
    long rejected;
    long customersCreated;
    long customersUpdated;
    long removed;
    long restored;
    long kept;

    void row(RowVerdict verdict, long by) {
        switch (verdict) {
            case NEW -> created += by;
            case CHANGED -> updated += by;
            case UNCHANGED -> unchanged += by;
            case REFUSED -> rejected += by;
        }
    }

    void customer(RowVerdict verdict, long by) {
        switch (verdict) {
            case NEW -> customersCreated += by;
            case CHANGED -> customersUpdated += by;
            case UNCHANGED, REFUSED -> {}
        }
    }
}
