/** The main job, walked end to end on the packaged server: over REST and in a real browser. */
@NullMarked
package com.duemate.server.journey;

import org.jspecify.annotations.NullMarked;
