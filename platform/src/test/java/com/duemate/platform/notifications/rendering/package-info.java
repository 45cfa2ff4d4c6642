@NullMarked
package com.duemate.platform.notifications.rendering;

import org.jspecify.annotations.NullMarked;
