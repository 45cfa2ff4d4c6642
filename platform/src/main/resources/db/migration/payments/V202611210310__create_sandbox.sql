-- The sandbox provider's own books. Our side learns of them only through its hosted page, its notices and its answers.
CREATE TABLE payments.sandbox_session (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
    url         text        NOT NULL,
    return_url  text        NOT NULL,
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount      bigint      NOT NULL CHECK (amount > 0),
    description text        NOT NULL,
    locale      text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    finished    boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, key)
);
CALL scope.make_tenant_table('payments.sandbox_session', 'customer_id', 'SELECT, INSERT, UPDATE');

-- What the payer chose on the hosted page.
CREATE TABLE payments.sandbox_outcome (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL DEFAULT scope.customer_id(),
    session_id  uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('APPROVED', 'DECLINED', 'SLOW')),
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES payments.sandbox_session (tenant_id, id)
);
CALL scope.make_tenant_table('payments.sandbox_outcome', 'customer_id', 'SELECT');
CALL scope.let_customer_insert('payments.sandbox_outcome', 'customer_id', 'id, session_id, outcome, at');

-- Notices on their way to us. due_at is business time, ready_at the database's.
CREATE TABLE payments.sandbox_delivery (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    session_id uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('PROCESSING', 'SUCCEEDED', 'DECLINED')),
    due_at     timestamptz NOT NULL,
    status     text        NOT NULL DEFAULT 'WAITING' CHECK (status IN ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    ready_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts   int         NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES payments.sandbox_session (tenant_id, id)
);
CREATE INDEX sandbox_delivery_due ON payments.sandbox_delivery (due_at) WHERE status = 'WAITING';
CREATE INDEX sandbox_delivery_session ON payments.sandbox_delivery (tenant_id, session_id);
CALL scope.make_tenant_table('payments.sandbox_delivery', NULL, 'SELECT, INSERT, UPDATE');
CALL scope.open_to_engine('payments.sandbox_delivery', 'tenant_id, id, due_at, status, ready_at, attempts', 'ready_at, attempts');
