-- Which version of the rules holds; a tenant without a row has none.
CREATE TABLE reminders.assignment (
    tenant_id uuid NOT NULL,
    version   int  NOT NULL CHECK (version >= 1),
    PRIMARY KEY (tenant_id)
);
CALL scope.make_tenant_table('reminders.assignment', NULL, 'SELECT, INSERT, UPDATE');

-- The rules of each version in their order: the first whose conditions all hold gives a new invoice its policy. Never changed.
CREATE TABLE reminders.assignment_rule (
    tenant_id  uuid        NOT NULL,
    version    int         NOT NULL CHECK (version >= 1),
    position   int         NOT NULL CHECK (position BETWEEN 1 AND 50),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    conditions jsonb       NOT NULL CHECK (jsonb_typeof(conditions) = 'array' AND jsonb_array_length(conditions) BETWEEN 1 AND 10),
    policy_id  uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, version, position),
    FOREIGN KEY (tenant_id, policy_id) REFERENCES reminders.policy (tenant_id, id)
);
CALL scope.make_tenant_table('reminders.assignment_rule', NULL, 'SELECT, INSERT');
