/** Paying, and receipts. */
@NullMarked
package com.duemate.customerportal.payments;

import org.jspecify.annotations.NullMarked;
