@NullMarked
package com.duemate.customerportal;

import org.jspecify.annotations.NullMarked;
