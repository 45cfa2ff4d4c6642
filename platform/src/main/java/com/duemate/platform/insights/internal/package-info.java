@NullMarked
package com.duemate.platform.insights.internal;

import org.jspecify.annotations.NullMarked;
