-- When a tenant's customers may be written to, by their own clock, and how often. No row: the standard rules.
CREATE TABLE reminders.send_rules (
    tenant_id  uuid        PRIMARY KEY,
    opens      time        NOT NULL,
    closes     time        NOT NULL CHECK (closes > opens),
    preferred  time        NOT NULL CHECK (preferred >= opens AND preferred < closes),
    days_off   int[]       NOT NULL CHECK (cardinality(days_off) <= 6 AND days_off <@ ARRAY [1, 2, 3, 4, 5, 6, 7]),
    region     text        NOT NULL CHECK (length(region) <= 40),
    per_day    int         NOT NULL CHECK (per_day BETWEEN 1 AND 5),
    per_week   int         NOT NULL CHECK (per_week BETWEEN per_day AND 20),
    changed_at timestamptz NOT NULL
);
CALL scope.make_tenant_table('reminders.send_rules', NULL, 'SELECT, INSERT, UPDATE');
