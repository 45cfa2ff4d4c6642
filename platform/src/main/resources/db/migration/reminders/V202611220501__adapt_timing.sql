-- Whether reminders follow each customer's own habits. No row: they do not. An epoch is one comparison with those held out,
-- begun at since; learns_at is business time.
CREATE TABLE reminders.adaptive (
    tenant_id uuid        NOT NULL PRIMARY KEY,
    is_on     boolean     NOT NULL,
    hold_out  int         NOT NULL CHECK (hold_out BETWEEN 5 AND 50),
    leeway    text        NOT NULL CHECK (leeway IN ('KEEP', 'SOFTER', 'EITHER')),
    epoch     int         NOT NULL CHECK (epoch >= 1),
    since     timestamptz NOT NULL,
    learns_at timestamptz NOT NULL
);
CALL scope.make_tenant_table('reminders.adaptive', NULL, 'SELECT, INSERT, UPDATE');
CALL scope.open_to_engine('reminders.adaptive', 'tenant_id, is_on, learns_at');

-- What was found of a customer's habits: the hours in which it usually acts, and the tone that serves where the policy wants another.
CREATE TABLE reminders.habit (
    tenant_id   uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    acts        int         NOT NULL CHECK (acts >= 0),
    usual_from  int         CHECK (usual_from BETWEEN 0 AND 23),
    usual_to    int         CHECK (usual_to BETWEEN usual_from + 1 AND 24),
    friendly_as text        CHECK (friendly_as = 'NEUTRAL'),
    neutral_as  text        CHECK (neutral_as IN ('FRIENDLY', 'FIRM')),
    firm_as     text        CHECK (firm_as = 'NEUTRAL'),
    learned_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, customer_id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id) ON DELETE CASCADE,
    CHECK ((usual_from IS NULL) = (usual_to IS NULL))
);
CALL scope.make_tenant_table('reminders.habit');

-- On which side of the comparison a message went out; none while there was nothing to advise.
ALTER TABLE reminders.decision ADD COLUMN arm text CHECK (arm IN ('ADAPTED', 'HELD_OUT'));
CREATE INDEX decision_arm ON reminders.decision (tenant_id, decided_at) WHERE arm IS NOT NULL;
