/** What one owes and was invoiced. */
@NullMarked
package com.duemate.customerportal.invoicing;

import org.jspecify.annotations.NullMarked;
