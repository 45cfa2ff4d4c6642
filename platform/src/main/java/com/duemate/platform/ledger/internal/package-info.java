@NullMarked
package com.duemate.platform.ledger.internal;

import org.jspecify.annotations.NullMarked;
