@NullMarked
package com.duemate.platform.files.internal;

import org.jspecify.annotations.NullMarked;
