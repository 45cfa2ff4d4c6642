package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import com.duemate.platform.messaging.Lane;
import java.util.UUID;

/**
 * Habits are to be looked at anew; told again for the customers that follow.
 *
 * @param after the last customer that was looked at; all zeros at first
 * @param all whether steps of customers whose habits stayed as they were are put on new times, too
 */
@EventName(value = "reminders.HabitsDue.v1", lane = Lane.CHORES)
public record HabitsDue(UUID after, boolean all) implements DomainEvent {

    static final UUID FROM_THE_START = new UUID(0, 0);
}
