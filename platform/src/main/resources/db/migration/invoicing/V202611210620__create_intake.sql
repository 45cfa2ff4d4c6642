-- What an import did to an invoice, until the import is undone. version and open are what the import left behind; settled is what
-- it booked as received; before holds what it found, null where it created the invoice.
CREATE TABLE invoicing.intake (
    tenant_id  uuid   NOT NULL,
    import_id  uuid   NOT NULL,
    invoice_id uuid   NOT NULL,
    version    int    NOT NULL,
    open       bigint NOT NULL,
    settled    bigint NOT NULL CHECK (settled >= 0),
    before     jsonb,
    PRIMARY KEY (tenant_id, import_id, invoice_id)
);
CREATE INDEX intake_invoice ON invoicing.intake (tenant_id, invoice_id);
CALL scope.make_tenant_table('invoicing.intake');

-- Invoices that an undone import had created: the journal keeps their entries, which add up to nothing.
CREATE TABLE invoicing.removed (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    number      text        NOT NULL,
    currency    text        NOT NULL,
    import_id   uuid        NOT NULL,
    removed_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL scope.make_tenant_table('invoicing.removed', NULL, 'SELECT, INSERT');

-- Deletes the invoices nothing refers to and says which these were.
CREATE FUNCTION invoicing.remove(candidates uuid[]) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
    candidate uuid;
    removed uuid[];
BEGIN
    BEGIN
        WITH gone AS (DELETE FROM invoicing.invoice i WHERE i.id = ANY (candidates) RETURNING i.id)
        SELECT coalesce(array_agg(id), '{}') INTO removed FROM gone;
    EXCEPTION WHEN foreign_key_violation THEN
        removed := '{}';
        FOREACH candidate IN ARRAY candidates LOOP
            BEGIN
                DELETE FROM invoicing.invoice i WHERE i.id = candidate;
                removed := removed || candidate;
            EXCEPTION WHEN foreign_key_violation THEN
                CONTINUE;
            END;
        END LOOP;
    END;
    RETURN removed;
END $$;
