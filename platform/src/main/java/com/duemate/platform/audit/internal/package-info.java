@NullMarked
package com.duemate.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
