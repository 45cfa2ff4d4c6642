package com.duemate.platform.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Every constructor takes at most so many parameters. */
final class FewParameters extends ArchCondition<JavaClass> {

    private final int limit;

    FewParameters(int limit) {
        super("have constructors of at most " + limit + " parameters");
        this.limit = limit;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getConstructors().stream()
                .filter(constructor -> constructor.getRawParameterTypes().size() > limit)
                .forEach(constructor -> events.add(
                        SimpleConditionEvent.violated(constructor, constructor.getDescription() + " takes too many")));
    }
}
