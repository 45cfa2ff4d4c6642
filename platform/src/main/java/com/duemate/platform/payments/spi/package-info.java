/** What a payment provider is to us: small powers, each with the same contract tests for every adapter. */
@NullMarked
@NamedInterface("spi")
package com.duemate.platform.payments.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
