/** Figures over REST. */
@NullMarked
package com.duemate.platform.restapi.v1.insights;

import org.jspecify.annotations.NullMarked;
