CREATE SCHEMA invoicing;
CALL scope.open_schema('invoicing');

CREATE TABLE invoicing.invoice (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    number      text        CHECK (length(number) BETWEEN 1 AND 64),
    status      text        NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'PARTLY_PAID', 'PAID', 'VOID', 'WRITTEN_OFF')),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    total       bigint      NOT NULL CHECK (total >= 0),
    open        bigint      NOT NULL CHECK (open BETWEEN 0 AND total),
    issued_on   date        NOT NULL,
    due_on      date        NOT NULL,
    paid_on     date,
    subject     text        CHECK (length(subject) <= 300),
    search      text        NOT NULL,
    import_id   uuid,
    version     int         NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id),
    CHECK (status = 'DRAFT' OR number IS NOT NULL),
    CHECK ((status IN ('OPEN', 'PARTLY_PAID')) = (open > 0) OR status = 'DRAFT'),
    CHECK (due_on >= issued_on)
);
CREATE UNIQUE INDEX invoice_number ON invoicing.invoice (tenant_id, number);
CREATE INDEX invoice_newest ON invoicing.invoice (tenant_id, issued_on DESC, id DESC);
CREATE INDEX invoice_open ON invoicing.invoice (tenant_id, due_on, id) INCLUDE (customer_id, currency, open)
    WHERE status IN ('OPEN', 'PARTLY_PAID');
CREATE INDEX invoice_customer ON invoicing.invoice (tenant_id, customer_id, due_on);
CALL scope.make_tenant_table('invoicing.invoice', 'customer_id');

CREATE TABLE invoicing.line (
    tenant_id   uuid   NOT NULL,
    invoice_id  uuid   NOT NULL,
    position    int    NOT NULL,
    description text   NOT NULL CHECK (length(description) <= 500),
    quantity    bigint NOT NULL CHECK (quantity > 0),
    unit        bigint NOT NULL,
    total       bigint NOT NULL,
    customer_id uuid   NOT NULL,
    PRIMARY KEY (tenant_id, invoice_id, position),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id) ON DELETE CASCADE
);
CALL scope.make_tenant_table('invoicing.line', 'customer_id');

-- Every version kept, as it was before a change.
CREATE TABLE invoicing.version (
    tenant_id  uuid        NOT NULL,
    invoice_id uuid        NOT NULL,
    version    int         NOT NULL,
    content    jsonb       NOT NULL,
    replaced_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, invoice_id, version),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id) ON DELETE CASCADE
);
CALL scope.make_tenant_table('invoicing.version', NULL);

-- Numbers come from a counter row, so that two invoices made at once never share one.
CREATE TABLE invoicing.numbering (
    tenant_id uuid   NOT NULL PRIMARY KEY,
    prefix    text   NOT NULL DEFAULT '' CHECK (length(prefix) <= 16),
    next      bigint NOT NULL DEFAULT 1001
);
CALL scope.make_tenant_table('invoicing.numbering', NULL, 'SELECT, INSERT, UPDATE');

CREATE VIEW invoicing.pub_invoice WITH (security_invoker = true) AS
    SELECT tenant_id, id, customer_id, number, status, currency, total, open, issued_on, due_on, paid_on, created_at
    FROM invoicing.invoice WHERE status <> 'DRAFT';
GRANT SELECT ON invoicing.pub_invoice TO duemate_tenant, duemate_customer;
