/** The house rules, held by tests; a rule that matches nothing fails too. */
@NullMarked
package com.duemate.platform.house;

import org.jspecify.annotations.NullMarked;
