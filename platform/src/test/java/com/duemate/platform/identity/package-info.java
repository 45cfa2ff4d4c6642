@NullMarked
package com.duemate.platform.identity;

import org.jspecify.annotations.NullMarked;
