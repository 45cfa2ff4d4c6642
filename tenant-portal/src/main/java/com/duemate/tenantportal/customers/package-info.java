/** Customers: the list, one customer with all that concerns them, writing one down. */
@NullMarked
package com.duemate.tenantportal.customers;

import org.jspecify.annotations.NullMarked;
