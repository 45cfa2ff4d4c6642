-- Which worker claims from which shard: the truth, whatever Redis says. Leases run on the database's clock. The epoch is drawn from
-- the same sequence as the fences of claims each time a shard changes hands: higher than that of every claim made before.
CREATE TABLE reminders.shard (
    shard        smallint    PRIMARY KEY CHECK (shard BETWEEN 0 AND 63),
    worker       uuid,
    epoch        bigint      NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
-- Before row security is there, which would keep the owner's rows out.
DO $$
DECLARE
    made int;
BEGIN
    INSERT INTO reminders.shard (shard) SELECT generate_series(0, 63);
    GET DIAGNOSTICS made = ROW_COUNT;
    ASSERT made = 64, 'shards made: ' || made;
END $$;
ALTER TABLE reminders.shard ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.shard FORCE ROW LEVEL SECURITY;
CREATE POLICY engine_all ON reminders.shard FOR ALL TO duemate_engine USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (worker, epoch, leased_until) ON reminders.shard TO duemate_engine;
-- Whoever weighs a tenant's customers asks whether the tenant's shard has changed hands since the claim.
CREATE POLICY tenant_select ON reminders.shard FOR SELECT TO duemate_tenant
    USING (shard = get_byte(uuid_send((SELECT scope.tenant_id())), 15) % 64);
GRANT SELECT (shard, epoch) ON reminders.shard TO duemate_tenant;

-- The workers that are there, with shards or without.
CREATE TABLE reminders.worker (
    id           uuid        PRIMARY KEY,
    leased_until timestamptz NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
ALTER TABLE reminders.worker ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.worker FORCE ROW LEVEL SECURITY;
CREATE POLICY engine_all ON reminders.worker FOR ALL TO duemate_engine USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON reminders.worker TO duemate_engine;
