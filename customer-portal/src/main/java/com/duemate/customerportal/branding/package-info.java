/** The tenant's look on its own host: colours and logo at addresses that pages and messages link to. */
@NullMarked
package com.duemate.customerportal.branding;

import org.jspecify.annotations.NullMarked;
