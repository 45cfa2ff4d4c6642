@NullMarked
package com.duemate.platform.messaging.internal;

import org.jspecify.annotations.NullMarked;
