/** Who may come in: people, keys for programs, one's own sign-in, and the tenants one may work in. */
@NullMarked
package com.duemate.tenantportal.identity;

import org.jspecify.annotations.NullMarked;
