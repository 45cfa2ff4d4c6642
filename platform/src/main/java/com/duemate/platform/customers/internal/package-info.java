@NullMarked
package com.duemate.platform.customers.internal;

import org.jspecify.annotations.NullMarked;
