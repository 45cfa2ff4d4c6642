/** Home: what needs somebody today, how the money stands, and what goes out next. */
@NullMarked
package com.duemate.tenantportal.insights;

import org.jspecify.annotations.NullMarked;
