-- What one message asks for, and in whose name escalated steps are written. Steps are widened in their jsonb.
ALTER TABLE reminders.policy_version
    ADD COLUMN grouping   text NOT NULL DEFAULT 'CUSTOMER' CHECK (grouping IN ('CUSTOMER', 'INVOICE')),
    ADD COLUMN escalation jsonb;

-- What policies gave people to do. It is open until somebody has done it or none of its invoices is owed any more.
CREATE TABLE reminders.task (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    channel     text        NOT NULL CHECK (channel IN ('LETTER', 'TASK')),
    invoice_id  uuid        NOT NULL,
    cycle       int         NOT NULL,
    position    int         NOT NULL,
    tone        text        NOT NULL,
    invoices    uuid[]      NOT NULL,
    given_at    timestamptz NOT NULL,
    done_at     timestamptz,
    note        text        NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, invoice_id, cycle, position),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX task_open ON reminders.task (tenant_id, given_at, id) WHERE done_at IS NULL;
CREATE INDEX task_customer ON reminders.task (tenant_id, customer_id);
CALL scope.make_tenant_table('reminders.task', NULL, 'SELECT, INSERT, UPDATE');

-- A step ends with a message, a task, or nothing.
ALTER TABLE reminders.decision
    ADD COLUMN task_id uuid,
    DROP CONSTRAINT decision_outcome_check,
    DROP CONSTRAINT decision_check,
    ADD CONSTRAINT decision_outcome CHECK (outcome IN ('SENT', 'HANDED_OVER', 'GROUPED', 'SKIPPED')),
    ADD CONSTRAINT decision_carrier CHECK (CASE outcome
        WHEN 'SENT' THEN message_id IS NOT NULL AND task_id IS NULL
        WHEN 'HANDED_OVER' THEN message_id IS NULL AND task_id IS NOT NULL
        WHEN 'GROUPED' THEN (message_id IS NULL) <> (task_id IS NULL)
        ELSE message_id IS NULL AND task_id IS NULL END);

-- Invoices a customer was written to about, by us or by a person.
CREATE OR REPLACE VIEW reminders.pub_reminded WITH (security_invoker = true) AS
    SELECT DISTINCT tenant_id, invoice_id FROM reminders.decision WHERE outcome <> 'SKIPPED';
