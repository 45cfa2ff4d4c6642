/**
 * The best hour and tone for a customer, learned from what it did, and measured against customers who are held out. Advice is an
 * input of weighing like the calendar and the budget: it moves the hour of a step within its day and hours, or its tone by one
 * level, and nothing else.
 */
@NullMarked
@NamedInterface("adaptive")
package com.duemate.platform.reminders.adaptive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
