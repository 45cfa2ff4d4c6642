-- An invoice as it was printed, known by the digest of all that stands on it. The row comes first: whoever wants the same at the
-- same time waits for it. sha256 is null only until the bytes are stored, in the same transaction.
CREATE TABLE invoicing.paper (
    tenant_id     uuid        NOT NULL,
    invoice_id    uuid        NOT NULL,
    content       text        NOT NULL CHECK (content ~ '^[0-9a-f]{64}$'),
    customer_id   uuid        NOT NULL,
    sha256        text        CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    printed_at    timestamptz NOT NULL,
    superseded_at timestamptz,
    PRIMARY KEY (tenant_id, invoice_id, content),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoice (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX paper_superseded ON invoicing.paper (tenant_id, superseded_at) WHERE superseded_at IS NOT NULL;
CALL scope.make_tenant_table('invoicing.paper', 'customer_id');
