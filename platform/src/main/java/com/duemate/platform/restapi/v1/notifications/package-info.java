/** Messages over REST. */
@NullMarked
package com.duemate.platform.restapi.v1.notifications;

import org.jspecify.annotations.NullMarked;
