/** The test kit: real servers, a settable clock, fixtures as phrases. */
@NullMarked
package com.duemate.platform.testkit;

import org.jspecify.annotations.NullMarked;
