@NullMarked
package com.duemate.platform.messaging;

import org.jspecify.annotations.NullMarked;
