/** Messages: what went out, what did not and why, as its reader saw it. */
@NullMarked
package com.duemate.tenantportal.notifications;

import org.jspecify.annotations.NullMarked;
