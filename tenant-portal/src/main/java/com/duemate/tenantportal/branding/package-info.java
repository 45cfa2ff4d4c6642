/** How the tenant looks to its customers. */
@NullMarked
package com.duemate.tenantportal.branding;

import org.jspecify.annotations.NullMarked;
