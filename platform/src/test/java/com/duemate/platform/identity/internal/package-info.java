@NullMarked
package com.duemate.platform.identity.internal;

import org.jspecify.annotations.NullMarked;
