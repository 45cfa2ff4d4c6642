@NullMarked
package com.duemate.platform.payments;

import org.jspecify.annotations.NullMarked;
