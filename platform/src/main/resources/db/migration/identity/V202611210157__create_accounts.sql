CREATE SCHEMA identity;
CALL scope.open_schema('identity');

-- Who may sign in, kept by its home tenant. Which tenants it may work in, memberships say.
CREATE TABLE identity.account (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    realm        text        NOT NULL CHECK (length(realm) BETWEEN 1 AND 253),
    email        text        NOT NULL CHECK (length(email) <= 254),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    password     text        NOT NULL,
    totp         bytea,
    totp_offered bytea,
    totp_step    bigint      NOT NULL DEFAULT 0,
    failures     int         NOT NULL DEFAULT 0,
    failed_at    timestamptz,
    locked_until timestamptz,
    disabled     boolean     NOT NULL DEFAULT false,
    stamp        int         NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, realm, email)
);
CALL scope.make_tenant_table('identity.account', NULL, 'SELECT, INSERT, UPDATE');

-- The platform's own people: of the registry, so without a tenant.
CREATE TABLE identity.staff_account (
    id           uuid        PRIMARY KEY,
    email        text        NOT NULL UNIQUE CHECK (length(email) <= 254),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    password     text        NOT NULL,
    totp         bytea,
    totp_offered bytea,
    totp_step    bigint      NOT NULL DEFAULT 0,
    failures     int         NOT NULL DEFAULT 0,
    failed_at    timestamptz,
    locked_until timestamptz,
    disabled     boolean     NOT NULL DEFAULT false,
    stamp        int         NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL
);
ALTER TABLE identity.staff_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.staff_account FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON identity.staff_account FOR ALL TO duemate_staff USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON identity.staff_account TO duemate_staff;

-- A seat in the tenant worked in. account_id and home_id name an account that may live in another tenant: no foreign key.
CREATE TABLE identity.membership (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    account_id    uuid,
    home_id       uuid,
    email         text        NOT NULL CHECK (length(email) <= 254),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    role          text        NOT NULL CHECK (role IN ('OWNER', 'MANAGER', 'SPECIALIST')),
    state         text        NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
    stamp         int         NOT NULL DEFAULT 0,
    signed_in_at  timestamptz,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, email),
    UNIQUE (tenant_id, account_id),
    CHECK ((state = 'INVITED') = (account_id IS NULL)),
    CHECK ((account_id IS NULL) = (home_id IS NULL))
);
CALL scope.make_tenant_table('identity.membership', NULL, 'SELECT, INSERT, UPDATE, DELETE');

-- A one-time address that lets somebody set a password: for a new seat, or for an account that lost its own.
CREATE TABLE identity.password_link (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    membership_id uuid        NOT NULL,
    expires_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, membership_id) REFERENCES identity.membership (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX password_link_membership ON identity.password_link (tenant_id, membership_id);
CALL scope.make_tenant_table('identity.password_link', NULL, 'SELECT, INSERT, DELETE');

-- What is known of a key; the key itself is only a digest among the handles.
CREATE TABLE identity.api_key (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    hint         text        NOT NULL CHECK (length(hint) <= 16),
    access       text        NOT NULL CHECK (access IN ('READ', 'WRITE')),
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CALL scope.make_tenant_table('identity.api_key', NULL, 'SELECT, INSERT, UPDATE');
