/** A payment provider for demos and tests: its own hosted page, its own books, real signed notices over HTTP. No money moves. */
@NullMarked
package com.duemate.platform.payments.sandbox;

import org.jspecify.annotations.NullMarked;
