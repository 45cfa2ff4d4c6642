-- Which database sends: its cluster and its timeline. Another one under the same rows is a backup that came back. The era counts how
-- often that was noticed; what processes remember of an earlier era says nothing about a later one.
CREATE TABLE reminders.lineage (
    installation uuid        PRIMARY KEY,
    system       bigint      NOT NULL,
    timeline     bigint      NOT NULL,
    era          int         NOT NULL,
    since        timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- The timeline that is written to now; the control file learns of a promotion only at the next checkpoint.
CREATE FUNCTION reminders.timeline() RETURNS bigint LANGUAGE sql STABLE
    AS $$ SELECT ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::bigint $$;
-- How much was ever written for good, in bytes: grows, and lives through a crash.
CREATE FUNCTION reminders.written() RETURNS bigint LANGUAGE sql STABLE
    AS $$ SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint $$;
-- Before row security is there, which would keep the owner's row out.
DO $$
DECLARE
    made int;
BEGIN
    INSERT INTO reminders.lineage (installation, system, timeline, era)
        SELECT gen_random_uuid(), system_identifier, reminders.timeline(), 1 FROM pg_control_system();
    GET DIAGNOSTICS made = ROW_COUNT;
    ASSERT made = 1, 'lineages made: ' || made;
END $$;
CREATE UNIQUE INDEX lineage_one ON reminders.lineage ((true));
ALTER TABLE reminders.lineage ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.lineage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_select ON reminders.lineage FOR SELECT TO duemate_tenant USING ((SELECT scope.tenant_id()) IS NOT NULL);
CREATE POLICY engine_select ON reminders.lineage FOR SELECT TO duemate_engine USING (true);
CREATE POLICY engine_update ON reminders.lineage FOR UPDATE TO duemate_engine USING (true) WITH CHECK (true);
GRANT SELECT ON reminders.lineage TO duemate_tenant, duemate_engine;
GRANT UPDATE (system, timeline, era, since) ON reminders.lineage TO duemate_engine;
-- A fence that went backwards is a backup, too; after that it is set ahead of every fence that was ever drawn.
GRANT SELECT, UPDATE ON SEQUENCE reminders.fence TO duemate_engine;
