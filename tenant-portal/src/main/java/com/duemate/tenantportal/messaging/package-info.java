/** For staff: what could not be handed on, and having it tried again. */
@NullMarked
package com.duemate.tenantportal.messaging;

import org.jspecify.annotations.NullMarked;
