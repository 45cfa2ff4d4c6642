/** What stands around the screens of the platform's staff. */
@NullMarked
package com.duemate.tenantportal.staff;

import org.jspecify.annotations.NullMarked;
