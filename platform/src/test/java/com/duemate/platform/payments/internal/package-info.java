@NullMarked
package com.duemate.platform.payments.internal;

import org.jspecify.annotations.NullMarked;
