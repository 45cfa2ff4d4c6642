@NullMarked
package com.duemate.customerportal.invoicing;

import org.jspecify.annotations.NullMarked;
