package com.duemate.platform.scope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** As platform staff, keep the registry. The service is the guard; a hidden button is a courtesy. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('MAY_RUN_PLATFORM')")
public @interface MayRunPlatform {}
