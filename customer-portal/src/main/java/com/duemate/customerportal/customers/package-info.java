/** What the tenant knows of whoever looks. */
@NullMarked
package com.duemate.customerportal.customers;

import org.jspecify.annotations.NullMarked;
