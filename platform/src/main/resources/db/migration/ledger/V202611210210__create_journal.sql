CREATE SCHEMA ledger;
CALL scope.open_schema('ledger');

CREATE TABLE ledger.transaction (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    source      text        NOT NULL,
    external_id text        NOT NULL,
    reverses    uuid,
    at          timestamptz NOT NULL,
    posted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, source, external_id),
    UNIQUE (tenant_id, reverses),
    FOREIGN KEY (tenant_id, reverses) REFERENCES ledger.transaction (tenant_id, id)
);
CALL scope.make_tenant_table('ledger.transaction', NULL, 'SELECT, INSERT');

CREATE TABLE ledger.entry (
    tenant_id      uuid   NOT NULL,
    transaction_id uuid   NOT NULL,
    line           int    NOT NULL,
    account        text   NOT NULL CHECK (account IN ('RECEIVABLE', 'CASH', 'UNAPPLIED', 'REVENUE', 'WRITE_OFF')),
    customer_id    uuid   NOT NULL,
    invoice_id     uuid,
    amount         bigint NOT NULL CHECK (amount <> 0),
    currency       text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    PRIMARY KEY (tenant_id, transaction_id, line),
    FOREIGN KEY (tenant_id, transaction_id) REFERENCES ledger.transaction (tenant_id, id)
);
CREATE INDEX entry_customer ON ledger.entry (tenant_id, customer_id, account, currency) INCLUDE (amount);
CREATE INDEX entry_invoice ON ledger.entry (tenant_id, invoice_id, account) INCLUDE (amount) WHERE invoice_id IS NOT NULL;
CALL scope.make_tenant_table('ledger.entry', NULL, 'SELECT, INSERT');

-- Checked once at the end of the posting transaction: nothing unbalanced, nothing lonely, ever.
CREATE FUNCTION ledger.check_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM ledger.entry e WHERE e.tenant_id = NEW.tenant_id AND e.transaction_id = NEW.id
               GROUP BY e.currency HAVING sum(e.amount) <> 0)
       OR NOT EXISTS (SELECT FROM ledger.entry e WHERE e.tenant_id = NEW.tenant_id AND e.transaction_id = NEW.id) THEN
        RAISE EXCEPTION 'journal transaction % is not balanced', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger.transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_balanced();
-- An entry may only be added in the database transaction that adds its journal transaction.
CREATE FUNCTION ledger.check_fresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN ledger.transaction t ON t.tenant_id = a.tenant_id AND t.id = a.transaction_id
               WHERE t.xmin::text::bigint <> (pg_current_xact_id()::text::bigint & 4294967295)) THEN
        RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER fresh AFTER INSERT ON ledger.entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_fresh();

CREATE VIEW ledger.pub_balance WITH (security_invoker = true) AS
    SELECT e.tenant_id, e.customer_id, e.invoice_id, e.account, e.currency, sum(e.amount)::bigint AS amount
    FROM ledger.entry e GROUP BY e.tenant_id, e.customer_id, e.invoice_id, e.account, e.currency;
CREATE VIEW ledger.pub_entry WITH (security_invoker = true) AS
    SELECT e.tenant_id, e.transaction_id, t.source, t.at, e.customer_id, e.invoice_id, e.account, e.amount, e.currency
    FROM ledger.entry e JOIN ledger.transaction t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id;
GRANT SELECT ON ledger.pub_balance, ledger.pub_entry TO duemate_tenant;
