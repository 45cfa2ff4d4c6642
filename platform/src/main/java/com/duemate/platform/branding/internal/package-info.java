@NullMarked
package com.duemate.platform.branding.internal;

import org.jspecify.annotations.NullMarked;
