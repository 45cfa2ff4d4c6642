CREATE SCHEMA imports;
CALL scope.open_schema('imports');

-- phase is what the worker does next, null when it is nobody's turn but a person's; cursor says how far it is, done and total say it
-- to people. locale, currency and today are kept so that a file read again after a crash is read the same. leased_until is the
-- database's time.
CREATE TABLE imports.import (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    file_name         text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
    sha256            text        NOT NULL,
    size              bigint      NOT NULL,
    dry_run           boolean     NOT NULL,
    mapping           jsonb       NOT NULL,
    locale            text        NOT NULL,
    currency          text        NOT NULL,
    today             date        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('STAGING', 'READY', 'COMMITTING', 'COMMITTED', 'FAILED', 'UNDONE')),
    phase             text        CHECK (phase IN ('CLEAR', 'READ', 'WEIGH', 'TAKE_CUSTOMERS', 'TAKE_INVOICES',
                                                   'UNDO_INVOICES', 'UNDO_CUSTOMERS')),
    cursor            bigint      NOT NULL DEFAULT 0,
    done              bigint      NOT NULL DEFAULT 0,
    total             bigint      NOT NULL DEFAULT 0,
    kind              text        CHECK (kind IN ('CUSTOMERS', 'INVOICES')),
    columns           jsonb       NOT NULL DEFAULT '[]',
    missing           jsonb       NOT NULL DEFAULT '[]',
    failure           text,
    rows              bigint      NOT NULL DEFAULT 0,
    created           bigint      NOT NULL DEFAULT 0,
    updated           bigint      NOT NULL DEFAULT 0,
    unchanged         bigint      NOT NULL DEFAULT 0,
    rejected          bigint      NOT NULL DEFAULT 0,
    customers_created bigint      NOT NULL DEFAULT 0,
    customers_updated bigint      NOT NULL DEFAULT 0,
    removed           bigint      NOT NULL DEFAULT 0,
    restored          bigint      NOT NULL DEFAULT 0,
    kept              bigint      NOT NULL DEFAULT 0,
    started_at        timestamptz NOT NULL,
    settled_at        timestamptz,
    attempts          int         NOT NULL DEFAULT 0,
    leased_until      timestamptz NOT NULL DEFAULT '-infinity',
    served_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    fence             bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    CHECK (phase IS NOT NULL OR state NOT IN ('STAGING', 'COMMITTING')),
    CHECK ((state = 'FAILED') = (failure IS NOT NULL))
);
CREATE INDEX import_newest ON imports.import (tenant_id, started_at DESC, id DESC);
CREATE INDEX import_waiting ON imports.import (served_at) WHERE phase IS NOT NULL AND state <> 'FAILED';
CALL scope.make_tenant_table('imports.import');
CALL scope.open_to_engine('imports.import', 'tenant_id, id, state, phase, leased_until, served_at, fence',
                          'leased_until, served_at, fence');
CREATE SEQUENCE imports.fence;
GRANT USAGE ON SEQUENCE imports.fence TO duemate_engine;

-- No foreign key to the import: a million rows would each look it up, and the worker holds the import's row while it writes here.
CREATE TABLE imports.staged_row (
    tenant_id    uuid   NOT NULL,
    import_id    uuid   NOT NULL,
    row          bigint NOT NULL,
    verdict      text   NOT NULL CHECK (verdict IN ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    customer_key text,
    number       text,
    issued_on    date,
    due_on       date,
    currency     text,
    total        bigint,
    paid_on      date,
    paid         bigint,
    subject      text,
    changes      jsonb,
    errors       jsonb,
    PRIMARY KEY (tenant_id, import_id, row)
);
CREATE INDEX staged_row_noteworthy ON imports.staged_row (tenant_id, import_id, verdict, row)
    WHERE verdict IN ('CHANGED', 'REFUSED');
CALL scope.make_tenant_table('imports.staged_row');

-- Each customer a file speaks of, once: row is the first to do so, and the first row that fills a field has it.
CREATE TABLE imports.staged_customer (
    tenant_id   uuid   NOT NULL,
    import_id   uuid   NOT NULL,
    key         text   NOT NULL,
    row         bigint NOT NULL,
    number      text,
    name        text,
    email       text,
    phone       text,
    language    text,
    zone        text,
    verdict     text   NOT NULL DEFAULT 'NEW' CHECK (verdict IN ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    customer_id uuid,
    PRIMARY KEY (tenant_id, import_id, key)
);
CREATE INDEX staged_customer_row ON imports.staged_customer (tenant_id, import_id, row);
CALL scope.make_tenant_table('imports.staged_customer');

-- What an undo left in place, and why.
CREATE TABLE imports.kept (
    tenant_id uuid NOT NULL,
    import_id uuid NOT NULL,
    subject   uuid NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('CUSTOMER', 'INVOICE')),
    number    text NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (tenant_id, import_id, subject),
    FOREIGN KEY (tenant_id, import_id) REFERENCES imports.import (tenant_id, id)
);
CALL scope.make_tenant_table('imports.kept', NULL, 'SELECT, INSERT');
