@NullMarked
package com.duemate.platform.payments.spi;

import org.jspecify.annotations.NullMarked;
