@NullMarked
package com.duemate.server.embedded;

import org.jspecify.annotations.NullMarked;
