/** The one deployable: main class, roles, embedded services, demo, and the shell both portals stand in. */
@NullMarked
package com.duemate.server;

import org.jspecify.annotations.NullMarked;
