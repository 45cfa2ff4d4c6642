/** How workers share out the shards of the due engine. PostgreSQL decides; Redis only makes it quicker and smoother. */
@NullMarked
package com.duemate.platform.reminders.shards;

import org.jspecify.annotations.NullMarked;
