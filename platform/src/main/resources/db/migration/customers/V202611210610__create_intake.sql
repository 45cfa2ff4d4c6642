-- What an import did to a customer, until the import is undone. version is the one the import left behind; before holds what it
-- found, null where it created the customer.
CREATE TABLE customers.intake (
    tenant_id   uuid  NOT NULL,
    import_id   uuid  NOT NULL,
    customer_id uuid  NOT NULL,
    version     int   NOT NULL,
    before      jsonb,
    PRIMARY KEY (tenant_id, import_id, customer_id)
);
CREATE INDEX intake_customer ON customers.intake (tenant_id, customer_id);
CALL scope.make_tenant_table('customers.intake');

-- Deletes the customers nothing refers to and says which these were.
CREATE FUNCTION customers.remove(candidates uuid[]) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
    candidate uuid;
    removed uuid[];
BEGIN
    BEGIN
        WITH gone AS (DELETE FROM customers.customer c WHERE c.id = ANY (candidates) RETURNING c.id)
        SELECT coalesce(array_agg(id), '{}') INTO removed FROM gone;
    EXCEPTION WHEN foreign_key_violation THEN
        removed := '{}';
        FOREACH candidate IN ARRAY candidates LOOP
            BEGIN
                DELETE FROM customers.customer c WHERE c.id = candidate;
                removed := removed || candidate;
            EXCEPTION WHEN foreign_key_violation THEN
                CONTINUE;
            END;
        END LOOP;
    END;
    RETURN removed;
END $$;
