@NullMarked
package com.duemate.platform.payments.sandbox;

import org.jspecify.annotations.NullMarked;
