/** Payments over REST. */
@NullMarked
package com.duemate.platform.restapi.v1.payments;

import org.jspecify.annotations.NullMarked;
