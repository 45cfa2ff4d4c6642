/** One template engine for messages and for the pages rendered on the server: logic-less, maps only, bounded, escaped. */
@NullMarked
@NamedInterface("rendering")
package com.duemate.platform.notifications.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
