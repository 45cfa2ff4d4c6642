/** Files on their way in. */
@NullMarked
package com.duemate.tenantportal.imports;

import org.jspecify.annotations.NullMarked;
