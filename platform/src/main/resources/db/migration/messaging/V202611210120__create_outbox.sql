CREATE SCHEMA messaging;
CALL scope.open_schema('messaging');

-- Facts on their way. Read by status and SKIP LOCKED, never by id or time: rows become visible in no order.
CREATE TABLE messaging.outbox (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    name         text        NOT NULL,
    payload      jsonb       NOT NULL,
    business_at  timestamptz NOT NULL,
    customer_id  uuid        DEFAULT scope.customer_id(),
    status       text        NOT NULL DEFAULT 'NEW' CHECK (status IN ('NEW', 'DONE', 'DEAD')),
    attempts     int         NOT NULL DEFAULT 0,
    ready_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    leased_until timestamptz,
    fence        bigint      NOT NULL DEFAULT 0,
    last_error   text,
    PRIMARY KEY (tenant_id, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX outbox_waiting ON messaging.outbox (ready_at) WHERE status = 'NEW';
CALL scope.make_tenant_table('messaging.outbox', NULL);
CALL scope.let_customer_insert('messaging.outbox', 'customer_id', 'id, name, payload, business_at');
CALL scope.open_to_engine('messaging.outbox', 'tenant_id, id, name, status, attempts, ready_at, leased_until, fence',
                          'status, attempts, ready_at, leased_until, fence, last_error', true);
CREATE SEQUENCE messaging.fence;
GRANT USAGE ON SEQUENCE messaging.fence TO duemate_engine;

CREATE TABLE messaging.consumed (
    tenant_id uuid NOT NULL,
    handler   text NOT NULL,
    event_id  uuid NOT NULL,
    PRIMARY KEY (tenant_id, event_id, handler)
);
CALL scope.make_tenant_table('messaging.consumed', NULL, 'SELECT, INSERT, DELETE');
