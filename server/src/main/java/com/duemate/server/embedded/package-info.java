/**
 * PostgreSQL and Redis of the local default: the real binaries, durable, on loopback, started and stopped by ourselves.
 *
 * <p>{@link EmbeddedServers} is the door. Everything they keep lies in one data directory, which one process at a time may hold.
 */
@NullMarked
package com.duemate.server.embedded;

import org.jspecify.annotations.NullMarked;
