@NullMarked
package com.duemate.platform.notifications.internal;

import org.jspecify.annotations.NullMarked;
