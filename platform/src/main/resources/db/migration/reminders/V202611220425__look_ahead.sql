-- When a tenant's next day is looked at, and what was told of it; at most one word a day. Business time.
CREATE TABLE reminders.digest (
    tenant_id uuid        NOT NULL PRIMARY KEY,
    next_at   timestamptz NOT NULL,
    told_of   date,
    messages  bigint,
    usual     bigint
);
CALL scope.make_tenant_table('reminders.digest', NULL, 'SELECT, INSERT, UPDATE');
CALL scope.open_to_engine('reminders.digest', 'tenant_id, next_at');
