@NullMarked
package com.duemate.server.demo;

import org.jspecify.annotations.NullMarked;
