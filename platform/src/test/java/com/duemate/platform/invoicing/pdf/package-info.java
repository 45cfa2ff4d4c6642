@NullMarked
package com.duemate.platform.invoicing.pdf;

import org.jspecify.annotations.NullMarked;
