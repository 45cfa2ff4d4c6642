/** Invoices: the list, one invoice with its trace, writing one. */
@NullMarked
package com.duemate.tenantportal.invoicing;

import org.jspecify.annotations.NullMarked;
