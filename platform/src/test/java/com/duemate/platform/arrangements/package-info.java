@NullMarked
package com.duemate.platform.arrangements;

import org.jspecify.annotations.NullMarked;
