/** Policies: which message goes when, in which tone. */
@NullMarked
package com.duemate.tenantportal.reminders;

import org.jspecify.annotations.NullMarked;
