/** Customers over REST. */
@NullMarked
package com.duemate.platform.restapi.v1.customers;

import org.jspecify.annotations.NullMarked;
