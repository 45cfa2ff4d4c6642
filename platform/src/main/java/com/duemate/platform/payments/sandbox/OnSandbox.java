package com.duemate.platform.payments.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Only where {@code duemate.payments.sandbox.enabled} is set: whoever sees its page may say that a payment succeeded. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty("duemate.payments.sandbox.enabled")
@interface OnSandbox {}
