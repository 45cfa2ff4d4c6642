@NullMarked
package com.duemate.server.deployment;

import org.jspecify.annotations.NullMarked;
