/** The first thing a request meets: which host, which surface, whose session; and the plain pages for coming in. */
@NullMarked
package com.duemate.platform.identity.door;

import org.jspecify.annotations.NullMarked;
