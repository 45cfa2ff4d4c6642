@NullMarked
package com.duemate.platform.imports.internal;

import org.jspecify.annotations.NullMarked;
