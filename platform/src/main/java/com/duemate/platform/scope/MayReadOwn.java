package com.duemate.platform.scope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** As a customer, look at one's own documents and ask for things. The service is the guard; a hidden button is a courtesy. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('MAY_READ_OWN')")
public @interface MayReadOwn {}
