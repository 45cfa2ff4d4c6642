CREATE SCHEMA audit;
CALL scope.open_schema('audit');

CREATE TABLE audit.entry (
    tenant_id   uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    action      text        NOT NULL,
    subject     uuid        NOT NULL,
    actor       text        NOT NULL,
    facts       text        NOT NULL, -- JSON kept to the letter, since its hash is
    business_at timestamptz NOT NULL,
    system_at   timestamptz NOT NULL,
    previous    bytea       NOT NULL,
    hash        bytea       NOT NULL,
    PRIMARY KEY (tenant_id, sequence)
);
CREATE INDEX entry_subject ON audit.entry (tenant_id, subject);
CALL scope.make_tenant_table('audit.entry', NULL, 'SELECT, INSERT');

-- The chain's end; its row lock puts a tenant's commands in order.
CREATE TABLE audit.head (
    tenant_id uuid   NOT NULL PRIMARY KEY,
    sequence  bigint NOT NULL,
    hash      bytea  NOT NULL
);
CALL scope.make_tenant_table('audit.head', NULL, 'SELECT, INSERT, UPDATE');
