package com.duemate.platform.reminders.safety;

/** Messages of the current scope's tenant may go again; published inside a transaction, heard inside this process. */
public record Released() {}
