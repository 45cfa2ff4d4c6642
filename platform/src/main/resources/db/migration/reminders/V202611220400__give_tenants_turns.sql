-- What a worker claims: the turn of a tenant that has something due. One row for each tenant that ever had a step, updated in
-- place once for some hundred customers weighed; no index holds a column that a claim changes. Who was served longest ago has
-- the lowest fence and comes first. leased_until is the database's time.
CREATE TABLE reminders.turn (
    tenant_id    uuid        NOT NULL PRIMARY KEY,
    shard        smallint    NOT NULL GENERATED ALWAYS AS ((get_byte(uuid_send(tenant_id), 15) % 64)::smallint) STORED,
    fence        bigint      NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX turn_shard ON reminders.turn (shard);
-- Before row security is there, which would keep the owner's rows out.
ALTER TABLE reminders.scheduled_step NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    made int;
BEGIN
    INSERT INTO reminders.turn (tenant_id) SELECT DISTINCT tenant_id FROM reminders.scheduled_step;
    GET DIAGNOSTICS made = ROW_COUNT;
    ASSERT made = (SELECT count(DISTINCT tenant_id) FROM reminders.scheduled_step), 'turns made: ' || made;
END $$;
ALTER TABLE reminders.scheduled_step FORCE ROW LEVEL SECURITY;
CALL scope.make_tenant_table('reminders.turn', NULL, 'SELECT');
GRANT INSERT (tenant_id), UPDATE (leased_until) ON reminders.turn TO duemate_tenant;
CALL scope.open_to_engine('reminders.turn', 'tenant_id, shard, fence, leased_until', 'fence, leased_until');

-- Steps without a final decision, of which a claim changes nothing any more: it reads, through the heads of two indexes, whether a
-- shard or a tenant has something due. A step leaves once, in the transaction that decides it.
DROP POLICY engine_update ON reminders.scheduled_step;
REVOKE SELECT (invoice_id, cycle, position, customer_id) ON reminders.scheduled_step FROM duemate_engine;
ALTER TABLE reminders.scheduled_step DROP COLUMN leased_until, DROP COLUMN fence;
CREATE INDEX scheduled_step_turn ON reminders.scheduled_step (tenant_id, due_at);
-- Millions of rows in four indexes are not swept for each thousand decided.
ALTER TABLE reminders.scheduled_step SET (
    fillfactor = 95, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 10000,
    autovacuum_analyze_scale_factor = 0.02);
