-- The database's owner and the logins of the planes; run by a superuser, as often as one likes. No login is superuser, may bypass
-- row security, or is a member of another: the owner alone may hand a function over to duemate_resolver, and inherits nothing from it.
-- Placeholders ${...} are replaced by quoted passwords or SCRAM verifiers. A statement ends with a semicolon at the end of a line,
-- and has none there before.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_owner') THEN CREATE ROLE duemate_owner; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_tenant') THEN CREATE ROLE duemate_tenant; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_customer') THEN CREATE ROLE duemate_customer; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_engine') THEN CREATE ROLE duemate_engine; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_staff') THEN CREATE ROLE duemate_staff; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_door') THEN CREATE ROLE duemate_door; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duemate_resolver') THEN CREATE ROLE duemate_resolver; END IF; END $$;

ALTER ROLE duemate_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${owner};
ALTER ROLE duemate_tenant LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${tenant};
ALTER ROLE duemate_customer LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${customer};
ALTER ROLE duemate_engine LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${engine};
ALTER ROLE duemate_staff LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${staff};
ALTER ROLE duemate_door LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${door};
ALTER ROLE duemate_resolver NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT;
GRANT duemate_resolver TO duemate_owner WITH ADMIN FALSE, INHERIT FALSE, SET TRUE;

-- The database is made before, by whoever runs this. Only these logins may connect to it, and none may make temporary tables there.
ALTER DATABASE duemate OWNER TO duemate_owner;
REVOKE ALL ON DATABASE duemate FROM PUBLIC;
GRANT CONNECT ON DATABASE duemate TO duemate_tenant, duemate_customer, duemate_engine, duemate_staff, duemate_door;
