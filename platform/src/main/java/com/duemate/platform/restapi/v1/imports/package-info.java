/** Imports over REST. */
@NullMarked
package com.duemate.platform.restapi.v1.imports;

import org.jspecify.annotations.NullMarked;
