CREATE SCHEMA tenancy;
CALL scope.open_schema('tenancy');

-- The registry: staff keep it, a tenant and its customers see the tenant's own row.
CREATE TABLE tenancy.tenant (
    id          uuid        PRIMARY KEY,
    slug        text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](-?[a-z0-9]){1,38}$'),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    status      text        NOT NULL CHECK (status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED')),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    locale      text        NOT NULL,
    zone        text        NOT NULL,
    test_mode   boolean     NOT NULL,
    portal_host text        NOT NULL CHECK (portal_host = lower(portal_host)),
    reseller_id uuid        REFERENCES tenancy.tenant,
    created_at  timestamptz NOT NULL
);
ALTER TABLE tenancy.tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenancy.tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON tenancy.tenant FOR ALL TO duemate_staff USING (true) WITH CHECK (true);
CREATE POLICY tenant_select ON tenancy.tenant FOR SELECT TO duemate_tenant USING (id = (SELECT scope.tenant_id()));
CREATE POLICY tenant_update ON tenancy.tenant FOR UPDATE TO duemate_tenant
    USING (id = (SELECT scope.tenant_id())) WITH CHECK (id = (SELECT scope.tenant_id()));
CREATE POLICY customer_select ON tenancy.tenant FOR SELECT TO duemate_customer USING (id = (SELECT scope.tenant_id()));
CREATE POLICY engine_select ON tenancy.tenant FOR SELECT TO duemate_engine USING (true);
GRANT SELECT, INSERT, UPDATE ON tenancy.tenant TO duemate_staff;
GRANT SELECT, UPDATE (name, currency, locale, zone, test_mode) ON tenancy.tenant TO duemate_tenant;
GRANT SELECT ON tenancy.tenant TO duemate_customer;
GRANT SELECT (id, status) ON tenancy.tenant TO duemate_engine;

CREATE TABLE tenancy.host (
    host      text    PRIMARY KEY CHECK (host = lower(host)),
    tenant_id uuid    REFERENCES tenancy.tenant,
    surface   text    NOT NULL CHECK (surface IN ('CUSTOMER_PORTAL', 'TENANT_PORTAL', 'STAFF', 'API')),
    verified  boolean NOT NULL,
    canonical boolean NOT NULL
);
ALTER TABLE tenancy.host ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenancy.host FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON tenancy.host FOR ALL TO duemate_staff USING (true) WITH CHECK (true);
CREATE POLICY tenant_select ON tenancy.host FOR SELECT TO duemate_tenant USING (tenant_id = (SELECT scope.tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON tenancy.host TO duemate_staff;
GRANT SELECT ON tenancy.host TO duemate_tenant;
