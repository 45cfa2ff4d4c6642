/** What stands around the screens of the customer portal, and who looks at them. */
@NullMarked
package com.duemate.customerportal.shell;

import org.jspecify.annotations.NullMarked;
