package com.duemate.platform.scope;

import com.duemate.platform.scope.internal.RoleCondition;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** A bean that exists only where at least one of the named roles is on: a role that is off registers no route and no job. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(RoleCondition.class)
public @interface OnRole {

    ServerRole[] value();
}
