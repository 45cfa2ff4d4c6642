CREATE SCHEMA scope;
GRANT USAGE ON SCHEMA scope TO duemate_tenant, duemate_customer, duemate_engine, duemate_staff, duemate_door;

-- STABLE, never IMMUTABLE: a cached plan must not keep another tenant's value. '' is what a finished transaction leaves.
CREATE FUNCTION scope.tenant_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NULLIF(current_setting('app.tenant_id', true), '')::uuid $$;
CREATE FUNCTION scope.customer_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NULLIF(current_setting('app.customer_id', true), '')::uuid $$;

-- Makes a table with a column tenant_id a tenant table: default from the scope, row security forced, one policy per login and
-- command. With customer_column the customer's login may read its own rows.
CREATE PROCEDURE scope.make_tenant_table(target regclass, customer_column text DEFAULT NULL,
                                         privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ALTER COLUMN tenant_id SET DEFAULT scope.tenant_id(), ALTER COLUMN tenant_id SET NOT NULL', target);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant_all ON %s FOR ALL TO duemate_tenant USING (tenant_id = (SELECT scope.tenant_id())) WITH CHECK (tenant_id = (SELECT scope.tenant_id()))', target);
    EXECUTE format('GRANT %s ON %s TO duemate_tenant', privileges, target);
    IF customer_column IS NOT NULL THEN
        EXECUTE format('CREATE POLICY customer_select ON %s FOR SELECT TO duemate_customer USING (tenant_id = (SELECT scope.tenant_id()) AND %I = (SELECT scope.customer_id()))', target, customer_column);
        EXECUTE format('GRANT SELECT ON %s TO duemate_customer', target);
    END IF;
END $$;

-- A customer may add a request in its own name; the tenant's scope carries it out.
CREATE PROCEDURE scope.let_customer_insert(target regclass, customer_column text, columns text)
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY customer_insert ON %s FOR INSERT TO duemate_customer WITH CHECK (tenant_id = (SELECT scope.tenant_id()) AND %I = (SELECT scope.customer_id()))', target, customer_column);
    EXECUTE format('GRANT INSERT (%s) ON %s TO duemate_customer', columns, target);
END $$;

-- Something every customer of the tenant may read, such as its brand.
CREATE PROCEDURE scope.let_customers_read(target regclass, columns text)
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY customer_select ON %s FOR SELECT TO duemate_customer USING (tenant_id = (SELECT scope.tenant_id()))', target);
    EXECUTE format('GRANT SELECT (%s) ON %s TO duemate_customer', columns, target);
END $$;

-- The engine claims work over all tenants: it sees and writes the named routing columns and nothing else.
CREATE PROCEDURE scope.open_to_engine(target regclass, readable text, writable text DEFAULT NULL, deletes boolean DEFAULT false)
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY engine_select ON %s FOR SELECT TO duemate_engine USING (true)', target);
    EXECUTE format('GRANT SELECT (%s) ON %s TO duemate_engine', readable, target);
    IF writable IS NOT NULL THEN
        EXECUTE format('CREATE POLICY engine_update ON %s FOR UPDATE TO duemate_engine USING (true) WITH CHECK (true)', target);
        EXECUTE format('GRANT UPDATE (%s) ON %s TO duemate_engine', writable, target);
    END IF;
    IF deletes THEN
        EXECUTE format('CREATE POLICY engine_delete ON %s FOR DELETE TO duemate_engine USING (true)', target);
        EXECUTE format('GRANT DELETE ON %s TO duemate_engine', target);
    END IF;
END $$;

-- Opens a room's schema to the logins that have business in it.
CREATE PROCEDURE scope.open_schema(room text)
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO duemate_tenant, duemate_customer, duemate_engine, duemate_staff', room);
END $$;

-- The door's table: what a secret or a name stands for, by its SHA-256. Its key cannot lead with the tenant, since it is asked
-- before a tenant is known; the subject in the key keeps it from telling whether somebody else registered the same name.
CREATE TABLE scope.handle (
    kind        text        NOT NULL CHECK (kind ~ '^[A-Z_]{3,32}$'),
    digest      bytea       NOT NULL CHECK (length(digest) = 32),
    subject     uuid        NOT NULL,
    tenant_id   uuid        DEFAULT scope.tenant_id(),
    customer_id uuid,
    detail      text        NOT NULL DEFAULT '' CHECK (length(detail) <= 200),
    expires_at  timestamptz,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (kind, digest, subject)
);
CREATE INDEX handle_subject ON scope.handle (tenant_id, subject);
ALTER TABLE scope.handle ENABLE ROW LEVEL SECURITY;
ALTER TABLE scope.handle FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_all ON scope.handle FOR ALL TO duemate_tenant
    USING (tenant_id = (SELECT scope.tenant_id())) WITH CHECK (tenant_id = (SELECT scope.tenant_id()) AND kind <> 'HOST');
CREATE POLICY staff_all ON scope.handle FOR ALL TO duemate_staff
    USING (tenant_id IS NULL OR kind = 'HOST') WITH CHECK (tenant_id IS NULL OR kind = 'HOST');
CREATE POLICY resolver_select ON scope.handle FOR SELECT TO duemate_resolver USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON scope.handle TO duemate_tenant, duemate_staff;

GRANT USAGE, CREATE ON SCHEMA scope TO duemate_resolver;
GRANT SELECT (kind, digest, subject, tenant_id, customer_id, detail, expires_at) ON scope.handle TO duemate_resolver;
CREATE FUNCTION scope.resolve(wanted_kind text, wanted_digest bytea)
    RETURNS TABLE (subject uuid, tenant_id uuid, customer_id uuid, detail text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        SELECT h.subject, h.tenant_id, h.customer_id, h.detail FROM scope.handle h
        WHERE h.kind = wanted_kind AND h.digest = wanted_digest
          AND (h.expires_at IS NULL OR h.expires_at > clock_timestamp())
        LIMIT 100
    $$;
REVOKE ALL ON FUNCTION scope.resolve(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope.resolve(text, bytea) TO duemate_door;
ALTER FUNCTION scope.resolve(text, bytea) OWNER TO duemate_resolver;
REVOKE CREATE ON SCHEMA scope FROM duemate_resolver;
