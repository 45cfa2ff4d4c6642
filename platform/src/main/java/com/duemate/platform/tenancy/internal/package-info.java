@NullMarked
package com.duemate.platform.tenancy.internal;

import org.jspecify.annotations.NullMarked;
