-- A stranger on a tenant's host asks for a link: the customer's login may only put the wish down, in nobody's name.
CREATE TABLE identity.magic_link_request (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    customer_id  uuid        NOT NULL DEFAULT scope.customer_id(),
    email        text        NOT NULL CHECK (length(email) <= 254),
    requested_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL scope.make_tenant_table('identity.magic_link_request', NULL, 'SELECT, DELETE');
CALL scope.let_customer_insert('identity.magic_link_request', 'customer_id', 'id, email, requested_at');

CREATE TABLE identity.magic_link (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    made_at     timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX magic_link_customer ON identity.magic_link (tenant_id, customer_id, made_at);
CALL scope.make_tenant_table('identity.magic_link', 'customer_id', 'SELECT, INSERT, DELETE');

-- Used once: the second insert finds the first.
CREATE TABLE identity.magic_link_use (
    tenant_id   uuid        NOT NULL,
    link_id     uuid        NOT NULL,
    customer_id uuid        NOT NULL DEFAULT scope.customer_id(),
    used_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, link_id),
    FOREIGN KEY (tenant_id, link_id) REFERENCES identity.magic_link (tenant_id, id) ON DELETE CASCADE
);
CALL scope.make_tenant_table('identity.magic_link_use', NULL, 'SELECT, DELETE');
CALL scope.let_customer_insert('identity.magic_link_use', 'customer_id', 'link_id, used_at');
