package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.PolicyId;

/** Names one version of a policy within its tenant. */
record PolicyRef(PolicyId id, int version) {}
