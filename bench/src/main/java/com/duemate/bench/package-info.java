/** Measures DueMate beside its peers: same machine, same PostgreSQL, alternating, counted only when the run is also correct. */
@NullMarked
package com.duemate.bench;

import org.jspecify.annotations.NullMarked;
