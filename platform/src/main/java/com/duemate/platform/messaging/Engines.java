package com.duemate.platform.messaging;

import java.util.Set;

/** Whether the machinery has anything to do at the present business instant; every ticker reports here. */
public interface Engines {

    /** A part that may hold work back: it answers whether it has nothing due. Asked often; must be cheap. */
    interface Idle {

        boolean idle();

        /** Asks for an immediate round, since the clock moved or work was put in. */
        default void wake() {}
    }

    /** Names of the parts that have something due; for people who wonder why nothing gets quiet. */
    Set<String> restless();

    /** True when no part has anything due. */
    default boolean quiet() {
        return restless().isEmpty();
    }

    void wake();
}
