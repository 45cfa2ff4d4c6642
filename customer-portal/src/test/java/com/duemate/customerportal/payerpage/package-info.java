@NullMarked
package com.duemate.customerportal.payerpage;

import org.jspecify.annotations.NullMarked;
