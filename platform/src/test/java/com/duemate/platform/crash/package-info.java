/** Workers that die at every step of a reminder's way, and under every fault around them; the mail server counts. */
@NullMarked
package com.duemate.platform.crash;

import org.jspecify.annotations.NullMarked;
