CREATE SCHEMA payments;
CALL scope.open_schema('payments');

-- What a secret in an address shows. The secret itself is known by its SHA-256 only, in the door's table.
CREATE TABLE payments.payment_link (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id)
);
CALL scope.make_tenant_table('payments.payment_link', 'customer_id');

CREATE TABLE payments.link_invoice (
    tenant_id   uuid NOT NULL,
    link_id     uuid NOT NULL,
    position    int  NOT NULL,
    invoice_id  uuid NOT NULL,
    customer_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, link_id, position),
    FOREIGN KEY (tenant_id, link_id) REFERENCES payments.payment_link (tenant_id, id),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id)
);
CREATE INDEX link_invoice_invoice ON payments.link_invoice (tenant_id, invoice_id);
CALL scope.make_tenant_table('payments.link_invoice', 'customer_id');

-- A provider's account of the tenant. Both secrets are sealed (AES-256-GCM, bound to this row); no customer's login may look.
CREATE TABLE payments.provider_account (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    provider   text        NOT NULL CHECK (provider ~ '^[a-z]{2,20}$'),
    endpoint   bytea       NOT NULL,
    secret     bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, provider)
);
CALL scope.make_tenant_table('payments.provider_account', NULL, 'SELECT, INSERT');

CREATE TABLE payments.payment (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    customer_id    uuid        NOT NULL,
    provider       text        NOT NULL CHECK (provider ~ '^[a-z]{2,20}$'),
    reference      text        CHECK (length(reference) BETWEEN 1 AND 255),
    method         text        NOT NULL CHECK (length(method) <= 40),
    currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount         bigint      NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000),
    status         text        NOT NULL CHECK (status IN ('STARTED', 'IN_FLIGHT', 'RECEIVED', 'DECLINED', 'REFUNDED')),
    started_at     timestamptz NOT NULL,
    received_at    timestamptz,
    receipt_number text,
    receipt_token  text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, provider, reference),
    UNIQUE (tenant_id, receipt_number),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id),
    CHECK ((status IN ('RECEIVED', 'REFUNDED')) = (received_at IS NOT NULL)),
    CHECK ((received_at IS NULL) = (receipt_number IS NULL) AND (received_at IS NULL) = (receipt_token IS NULL))
);
CREATE INDEX payment_newest ON payments.payment (tenant_id, started_at DESC, id DESC);
CREATE INDEX payment_customer ON payments.payment (tenant_id, customer_id, started_at DESC, id DESC);
CREATE INDEX payment_moving ON payments.payment (tenant_id, id) WHERE status IN ('STARTED', 'IN_FLIGHT');
CALL scope.make_tenant_table('payments.payment', 'customer_id', 'SELECT, INSERT, UPDATE');

-- What a payment was meant for, in the order it is used up, and what of it each invoice got.
CREATE TABLE payments.payment_invoice (
    tenant_id   uuid   NOT NULL,
    payment_id  uuid   NOT NULL,
    position    int    NOT NULL,
    invoice_id  uuid   NOT NULL,
    customer_id uuid   NOT NULL,
    applied     bigint NOT NULL DEFAULT 0 CHECK (applied >= 0),
    PRIMARY KEY (tenant_id, payment_id, position),
    UNIQUE (tenant_id, payment_id, invoice_id),
    FOREIGN KEY (tenant_id, payment_id) REFERENCES payments.payment (tenant_id, id),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id)
);
CREATE INDEX payment_invoice_invoice ON payments.payment_invoice (tenant_id, invoice_id);
CALL scope.make_tenant_table('payments.payment_invoice', 'customer_id', 'SELECT, INSERT, UPDATE');

-- A customer asks to pay; the tenant's scope opens the checkout for what is open then. Untrusted: nothing here is an amount.
CREATE TABLE payments.checkout_request (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    customer_id  uuid        NOT NULL DEFAULT scope.customer_id(),
    invoices     uuid[]      NOT NULL CHECK (cardinality(invoices) BETWEEN 1 AND 200),
    origin       text        NOT NULL CHECK (origin IN ('LINK', 'PORTAL')),
    requested_at timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'OPENING', 'OPEN', 'REFUSED', 'CLOSED')),
    payment_id   uuid,
    checkout_url text        CHECK (length(checkout_url) <= 2000),
    refusal      text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id),
    FOREIGN KEY (tenant_id, payment_id) REFERENCES payments.payment (tenant_id, id),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK ((state = 'OPEN') = (checkout_url IS NOT NULL))
);
CREATE INDEX checkout_request_payment ON payments.checkout_request (tenant_id, payment_id) WHERE payment_id IS NOT NULL;
CALL scope.make_tenant_table('payments.checkout_request', 'customer_id');
CALL scope.let_customer_insert('payments.checkout_request', 'customer_id', 'id, invoices, origin, requested_at');

-- Notices of providers as they came, stored before anybody looks inside.
CREATE TABLE payments.webhook_event (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    account_id  uuid        NOT NULL,
    external_id text        NOT NULL CHECK (length(external_id) BETWEEN 1 AND 255),
    payload     bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('NEW', 'DONE', 'PARKED')),
    reason      text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, account_id, external_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES payments.provider_account (tenant_id, id)
);
CALL scope.make_tenant_table('payments.webhook_event', NULL, 'SELECT, INSERT, UPDATE');

-- What a provider said about a checkout. Where a payment stands is a function of this set, whatever the order of arrival.
CREATE TABLE payments.fact (
    tenant_id   uuid        NOT NULL,
    provider    text        NOT NULL,
    external_id text        NOT NULL CHECK (length(external_id) BETWEEN 1 AND 255),
    reference   text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('PROCESSING', 'SUCCEEDED', 'DECLINED', 'EXPIRED')),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount      bigint      NOT NULL CHECK (amount > 0),
    method      text        NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, provider, external_id)
);
CREATE INDEX fact_reference ON payments.fact (tenant_id, provider, reference);
CALL scope.make_tenant_table('payments.fact', NULL, 'SELECT, INSERT');

-- Work list of the janitor: payments whose end is not known. Times are business time, the lease is the database's.
CREATE TABLE payments.pending (
    tenant_id    uuid        NOT NULL,
    payment_id   uuid        NOT NULL,
    ask_at       timestamptz NOT NULL,
    asked        int         NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (tenant_id, payment_id),
    FOREIGN KEY (tenant_id, payment_id) REFERENCES payments.payment (tenant_id, id)
);
CREATE INDEX pending_due ON payments.pending (ask_at);
CALL scope.make_tenant_table('payments.pending');
CALL scope.open_to_engine('payments.pending', 'tenant_id, payment_id, ask_at, leased_until', 'leased_until');

CREATE TABLE payments.receipt_numbering (
    tenant_id uuid   NOT NULL PRIMARY KEY,
    next      bigint NOT NULL
);
CALL scope.make_tenant_table('payments.receipt_numbering', NULL, 'SELECT, INSERT, UPDATE');

CREATE VIEW payments.pub_in_flight WITH (security_invoker = true) AS
    SELECT p.tenant_id, i.invoice_id, p.started_at AS since
    FROM payments.payment p JOIN payments.payment_invoice i ON i.tenant_id = p.tenant_id AND i.payment_id = p.id
    WHERE p.status = 'IN_FLIGHT';
CREATE VIEW payments.pub_payment WITH (security_invoker = true) AS
    SELECT tenant_id, id, customer_id, currency, amount, status, method, started_at, received_at FROM payments.payment;
-- Invoices somebody has built upon: a link that was handed out, or money.
CREATE VIEW payments.pub_touched WITH (security_invoker = true) AS
    SELECT tenant_id, invoice_id FROM payments.link_invoice
    UNION SELECT tenant_id, invoice_id FROM payments.payment_invoice;
GRANT SELECT ON payments.pub_in_flight, payments.pub_payment, payments.pub_touched TO duemate_tenant;
