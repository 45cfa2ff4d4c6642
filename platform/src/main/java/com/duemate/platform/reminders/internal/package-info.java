@NullMarked
package com.duemate.platform.reminders.internal;

import org.jspecify.annotations.NullMarked;
