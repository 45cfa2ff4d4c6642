@NullMarked
package com.duemate.server.web;

import org.jspecify.annotations.NullMarked;
