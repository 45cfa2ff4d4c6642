/** Plans and decisions over REST. */
@NullMarked
package com.duemate.platform.restapi.v1.reminders;

import org.jspecify.annotations.NullMarked;
