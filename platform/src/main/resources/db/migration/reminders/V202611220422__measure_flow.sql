-- Reminders that were let out, by the hour, each hour by its first instant where the tenant is. Only counts: what is usual is
-- learned from them, and a month's allowance is counted in them.
CREATE TABLE reminders.flow (
    tenant_id uuid        NOT NULL,
    hour      timestamptz NOT NULL,
    messages  int         NOT NULL CHECK (messages >= 0),
    PRIMARY KEY (tenant_id, hour)
);
CREATE INDEX flow_hour ON reminders.flow (hour);
CALL scope.make_tenant_table('reminders.flow', NULL, 'SELECT, INSERT, UPDATE');
CALL scope.open_to_engine('reminders.flow', 'tenant_id, hour, messages');

-- What became of a tenant's messages over the 24 hours before that time; only counts.
CREATE TABLE reminders.pulse (
    tenant_id  uuid        NOT NULL PRIMARY KEY,
    at         timestamptz NOT NULL,
    handed     bigint      NOT NULL,
    failed     bigint      NOT NULL,
    complained bigint      NOT NULL
);
CALL scope.make_tenant_table('reminders.pulse', NULL, 'SELECT, INSERT, UPDATE');
CALL scope.open_to_engine('reminders.pulse', 'tenant_id, at, handed, failed, complained');

-- The flow of everybody and of each reseller with its tenants; the platform's target is the nil id.
CREATE TABLE reminders.flow_sum (
    reach    text        NOT NULL CHECK (reach IN ('PLATFORM', 'RESELLER')),
    target   uuid        NOT NULL,
    hour     timestamptz NOT NULL,
    messages bigint      NOT NULL,
    PRIMARY KEY (reach, target, hour)
);
ALTER TABLE reminders.flow_sum ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.flow_sum FORCE ROW LEVEL SECURITY;
CREATE POLICY engine_all ON reminders.flow_sum FOR ALL TO duemate_engine USING (true) WITH CHECK (true);
CREATE POLICY staff_select ON reminders.flow_sum FOR SELECT TO duemate_staff USING (true);
GRANT SELECT, INSERT, UPDATE ON reminders.flow_sum TO duemate_engine;
GRANT SELECT ON reminders.flow_sum TO duemate_staff;
