/** Invoices over REST: their documents, links and payments. */
@NullMarked
package com.duemate.platform.restapi.v1.invoicing;

import org.jspecify.annotations.NullMarked;
