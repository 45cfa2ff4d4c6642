@NullMarked
package com.duemate.platform.scope;

import org.jspecify.annotations.NullMarked;
