@NullMarked
package com.duemate.platform.invoicing.internal;

import org.jspecify.annotations.NullMarked;
