/** The portal of tenants' people: a room here holds the screens of the room of the same name in {@code platform}. */
@NullMarked
package com.duemate.tenantportal;

import org.jspecify.annotations.NullMarked;
