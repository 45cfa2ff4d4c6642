CREATE SCHEMA reminders;
CALL scope.open_schema('reminders');

CREATE TABLE reminders.policy (
    tenant_id  uuid    NOT NULL,
    id         uuid    NOT NULL,
    version    int     NOT NULL CHECK (version >= 1),
    is_default boolean NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX policy_default ON reminders.policy (tenant_id) WHERE is_default;
CALL scope.make_tenant_table('reminders.policy', NULL, 'SELECT, INSERT, UPDATE');

-- What a policy said from one edit to the next; never changed.
CREATE TABLE reminders.policy_version (
    tenant_id  uuid        NOT NULL,
    policy_id  uuid        NOT NULL,
    version    int         NOT NULL CHECK (version >= 1),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    steps      jsonb       NOT NULL,
    minimums   jsonb       NOT NULL,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, policy_id, version),
    FOREIGN KEY (tenant_id, policy_id) REFERENCES reminders.policy (tenant_id, id)
);
CALL scope.make_tenant_table('reminders.policy_version', NULL, 'SELECT, INSERT');

-- One for each cycle of an invoice: the steps of a policy version whose offset lies behind after_offset, counted from due_on.
CREATE TABLE reminders.plan (
    tenant_id      uuid        NOT NULL,
    invoice_id     uuid        NOT NULL,
    cycle          int         NOT NULL CHECK (cycle >= 1),
    customer_id    uuid        NOT NULL,
    policy_id      uuid        NOT NULL,
    policy_version int         NOT NULL,
    due_on         date        NOT NULL,
    after_offset   int         NOT NULL,
    state          text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CLOSED', 'REPLACED')),
    made_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, invoice_id, cycle),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, policy_id, policy_version) REFERENCES reminders.policy_version (tenant_id, policy_id, version)
);
CREATE UNIQUE INDEX plan_running ON reminders.plan (tenant_id, invoice_id) WHERE state = 'RUNNING';
CREATE INDEX plan_policy ON reminders.plan (tenant_id, policy_id, policy_version, customer_id) WHERE state = 'RUNNING';
CALL scope.make_tenant_table('reminders.plan', NULL, 'SELECT, INSERT, UPDATE');

-- Whoever weighs a customer or makes its plans anew holds its row: no customer is weighed twice at once.
CREATE TABLE reminders.customer_lock (
    tenant_id   uuid NOT NULL,
    customer_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, customer_id)
);
CALL scope.make_tenant_table('reminders.customer_lock', NULL, 'SELECT, INSERT, UPDATE');

-- Steps without a final decision. Hot: the engine claims from here, so nothing refers to it and no index holds a column that a
-- claim changes. due_at is business time: the step's own, or the time a postponed one is weighed again. leased_until and ready_at
-- are the database's. The shard is taken from the random end of the tenant's id.
CREATE TABLE reminders.scheduled_step (
    tenant_id    uuid        NOT NULL,
    invoice_id   uuid        NOT NULL,
    cycle        int         NOT NULL,
    position     int         NOT NULL,
    customer_id  uuid        NOT NULL,
    shard        smallint    NOT NULL GENERATED ALWAYS AS ((get_byte(uuid_send(tenant_id), 15) % 64)::smallint) STORED,
    due_at       timestamptz NOT NULL,
    ready_at     timestamptz NOT NULL DEFAULT '-infinity',
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    fence        bigint      NOT NULL DEFAULT 0,
    failures     int         NOT NULL DEFAULT 0,
    reason       text,
    facts        jsonb,
    postponed    int         NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, invoice_id, cycle, position)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX scheduled_step_due ON reminders.scheduled_step (shard, due_at);
CREATE INDEX scheduled_step_customer ON reminders.scheduled_step (tenant_id, customer_id);
CALL scope.make_tenant_table('reminders.scheduled_step');
CALL scope.open_to_engine('reminders.scheduled_step',
                          'tenant_id, invoice_id, cycle, position, customer_id, shard, due_at, ready_at, leased_until, fence',
                          'leased_until, fence');
CREATE SEQUENCE reminders.fence;
GRANT USAGE ON SEQUENCE reminders.fence TO duemate_engine;

-- The final outcome of each step, with the inputs it turned on. Append-only; a step of a cycle gets exactly one.
CREATE TABLE reminders.decision (
    tenant_id   uuid        NOT NULL,
    invoice_id  uuid        NOT NULL,
    cycle       int         NOT NULL,
    position    int         NOT NULL,
    customer_id uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('SENT', 'GROUPED', 'SKIPPED')),
    reason      text        NOT NULL,
    facts       jsonb       NOT NULL,
    message_id  uuid,
    decided_at  timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, invoice_id, cycle, position),
    CHECK ((outcome IN ('SENT', 'GROUPED')) = (message_id IS NOT NULL))
);
CREATE INDEX decision_message ON reminders.decision (tenant_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX decision_customer ON reminders.decision (tenant_id, customer_id, decided_at);
CALL scope.make_tenant_table('reminders.decision', NULL, 'SELECT, INSERT');

-- Invoices a customer was written to about.
CREATE VIEW reminders.pub_reminded WITH (security_invoker = true) AS
    SELECT DISTINCT tenant_id, invoice_id FROM reminders.decision WHERE message_id IS NOT NULL;
GRANT SELECT ON reminders.pub_reminded TO duemate_tenant;
