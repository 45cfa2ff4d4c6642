/** The settings of the tenant one works in, and the registry as the platform's staff see it. */
@NullMarked
package com.duemate.tenantportal.tenancy;

import org.jspecify.annotations.NullMarked;
