CREATE SCHEMA arrangements;
CALL scope.open_schema('arrangements');

CREATE TABLE arrangements.arrangement (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    invoice_id  uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('PROMISE', 'DISPUTE', 'HOLD')),
    state       text        NOT NULL CHECK (state IN ('ACTIVE', 'KEPT', 'BROKEN', 'ENDED')),
    pays_on     date,
    until       date,
    currency    text        CHECK (currency ~ '^[A-Z]{3}$'),
    amount      bigint      CHECK (amount > 0),
    reason      text        NOT NULL CHECK (length(reason) <= 1000),
    made_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id),
    CHECK ((kind = 'PROMISE') = (pays_on IS NOT NULL AND until IS NOT NULL AND amount IS NOT NULL AND currency IS NOT NULL)),
    CHECK ((state = 'ACTIVE') = (ended_at IS NULL))
);
-- At most one active arrangement of a kind on an invoice.
CREATE UNIQUE INDEX arrangement_active ON arrangements.arrangement (tenant_id, invoice_id, kind) WHERE state = 'ACTIVE';
CREATE INDEX arrangement_customer ON arrangements.arrangement (tenant_id, customer_id) WHERE state = 'ACTIVE';
CREATE INDEX arrangement_newest ON arrangements.arrangement (tenant_id, made_at DESC, id DESC);
CALL scope.make_tenant_table('arrangements.arrangement', 'customer_id', 'SELECT, INSERT, UPDATE');

-- What a customer asked for from its own side; the tenant's scope carries it out.
CREATE TABLE arrangements.request (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    customer_id  uuid        NOT NULL DEFAULT scope.customer_id(),
    kind         text        NOT NULL CHECK (kind IN ('PROMISE', 'DISPUTE')),
    invoices     uuid[]      NOT NULL CHECK (cardinality(invoices) BETWEEN 1 AND 200),
    pays_on      date,
    reason       text        NOT NULL CHECK (length(reason) <= 1000),
    requested_at timestamptz NOT NULL,
    done         boolean     NOT NULL DEFAULT false,
    refusal      text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id),
    CHECK ((kind = 'PROMISE') = (pays_on IS NOT NULL))
);
CALL scope.make_tenant_table('arrangements.request', 'customer_id');
CALL scope.let_customer_insert('arrangements.request', 'customer_id', 'id, kind, invoices, pays_on, reason, requested_at');

-- Where reminders stay silent: from the day it was made to the day it says, or until it ends.
CREATE VIEW arrangements.pub_silence WITH (security_invoker = true) AS
    SELECT tenant_id, invoice_id, kind, until FROM arrangements.arrangement WHERE state = 'ACTIVE';
GRANT SELECT ON arrangements.pub_silence TO duemate_tenant;
