@NullMarked
package com.duemate.platform.invoicing;

import org.jspecify.annotations.NullMarked;
