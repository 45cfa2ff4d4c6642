CREATE SCHEMA files;
CALL scope.open_schema('files');

CREATE TABLE files.stored_file (
    tenant_id    uuid        NOT NULL,
    room         text        NOT NULL CHECK (room ~ '^[a-z]+$'),
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content_type text        NOT NULL,
    size         bigint      NOT NULL CHECK (size >= 0),
    stored_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, room, sha256)
);
CALL scope.make_tenant_table('files.stored_file', NULL);
CALL scope.let_customers_read('files.stored_file', 'tenant_id, room, sha256, content_type, size');
