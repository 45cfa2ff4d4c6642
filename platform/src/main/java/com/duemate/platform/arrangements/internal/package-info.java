@NullMarked
package com.duemate.platform.arrangements.internal;

import org.jspecify.annotations.NullMarked;
