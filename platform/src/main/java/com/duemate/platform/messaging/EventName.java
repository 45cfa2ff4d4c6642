package com.duemate.platform.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name an event travels under, with its schema version: {@code invoicing.InvoicePaid.v1}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    String value();

    /** On which it travels. */
    Lane lane() default Lane.EVENTS;

    /** Of a fact that open screens hear of and no room reacts to: it is kept like the others and announced, but need not travel. Published in a tenant's scope. */
    boolean announcedOnly() default false;
}
