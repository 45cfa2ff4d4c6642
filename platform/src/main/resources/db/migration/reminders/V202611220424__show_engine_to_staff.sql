-- What each shard's owner last saw of its work: how many steps are due (counted to 10,001) and since when. Counts and times alone.
CREATE TABLE reminders.shard_health (
    shard       smallint    PRIMARY KEY CHECK (shard BETWEEN 0 AND 63),
    backlog     int         NOT NULL,
    oldest_due  timestamptz,
    measured_at timestamptz NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
ALTER TABLE reminders.shard_health ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.shard_health FORCE ROW LEVEL SECURITY;
CREATE POLICY engine_all ON reminders.shard_health FOR ALL TO duemate_engine USING (true) WITH CHECK (true);
CREATE POLICY staff_select ON reminders.shard_health FOR SELECT TO duemate_staff USING (true);
GRANT SELECT, INSERT, UPDATE ON reminders.shard_health TO duemate_engine;
GRANT SELECT ON reminders.shard_health TO duemate_staff;

CREATE POLICY staff_select ON reminders.shard FOR SELECT TO duemate_staff USING (true);
CREATE POLICY staff_select ON reminders.worker FOR SELECT TO duemate_staff USING (true);
GRANT SELECT ON reminders.shard, reminders.worker TO duemate_staff;
