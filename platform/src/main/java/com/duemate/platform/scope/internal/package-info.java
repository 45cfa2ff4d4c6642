@NullMarked
package com.duemate.platform.scope.internal;

import org.jspecify.annotations.NullMarked;
