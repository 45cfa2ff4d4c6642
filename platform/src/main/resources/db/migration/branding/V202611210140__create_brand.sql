CREATE SCHEMA branding;
CALL scope.open_schema('branding');

CREATE TABLE branding.brand (
    tenant_id   uuid NOT NULL PRIMARY KEY,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    accent      text NOT NULL CHECK (accent ~ '^#[0-9a-f]{6}$'),
    logo_sha256 text CHECK (logo_sha256 ~ '^[0-9a-f]{64}$'),
    footer      text NOT NULL CHECK (length(footer) <= 400),
    sender_name text NOT NULL CHECK (length(sender_name) BETWEEN 1 AND 120),
    reply_to    text CHECK (length(reply_to) <= 254),
    version     int  NOT NULL
);
CALL scope.make_tenant_table('branding.brand', NULL, 'SELECT, INSERT, UPDATE');
CALL scope.let_customers_read('branding.brand', 'tenant_id, name, accent, logo_sha256, footer, sender_name, reply_to, version');
