-- What keeps messages from leaving: everybody's, those of a reseller and its tenants, or one tenant's. Rows are never deleted, and
-- end only by a person. What a tenant's people wrote is the tenant's, what staff wrote is staff's; neither login reads the other's.
-- placed_at and released_at are business time.
CREATE TABLE reminders.stop (
    id             uuid        PRIMARY KEY,
    reach          text        NOT NULL CHECK (reach IN ('PLATFORM', 'RESELLER', 'TENANT')),
    target         uuid,
    cause          text        NOT NULL CHECK (cause IN ('PERSON', 'CIRCUIT', 'RESTORED')),
    placed_by      text        NOT NULL CHECK (placed_by IN ('TENANT', 'STAFF', 'ENGINE')),
    person         text        CHECK (length(person) <= 120),
    words          text        CHECK (length(words) <= 500),
    staff          text        CHECK (length(staff) <= 120),
    note           text        CHECK (length(note) <= 500),
    measure        text        CHECK (measure IN ('VOLUME', 'FAILURES', 'COMPLAINTS')),
    counted        bigint,
    usual          bigint,
    placed_at      timestamptz NOT NULL,
    released_at    timestamptz,
    released_by    text        CHECK (released_by IN ('TENANT', 'STAFF')),
    release_person text        CHECK (length(release_person) <= 120),
    release_staff  text        CHECK (length(release_staff) <= 120),
    CHECK ((reach = 'PLATFORM') = (target IS NULL)),
    CHECK ((cause = 'CIRCUIT') = (measure IS NOT NULL AND counted IS NOT NULL AND usual IS NOT NULL)),
    CHECK ((released_at IS NULL) = (released_by IS NULL))
);
CREATE UNIQUE INDEX stop_standing ON reminders.stop
    (reach, coalesce(target, '00000000-0000-0000-0000-000000000000'), cause, placed_by) WHERE released_at IS NULL;
CREATE INDEX stop_target ON reminders.stop (target, placed_at) WHERE target IS NOT NULL;
ALTER TABLE reminders.stop ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.stop FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant_select ON reminders.stop FOR SELECT TO duemate_tenant
    USING ((SELECT scope.tenant_id()) IS NOT NULL AND CASE reach
        WHEN 'PLATFORM' THEN true
        WHEN 'TENANT' THEN target = (SELECT scope.tenant_id())
        ELSE target = (SELECT scope.tenant_id())
             OR target = (SELECT t.reseller_id FROM tenancy.tenant t WHERE t.id = (SELECT scope.tenant_id())) END);
CREATE POLICY tenant_insert ON reminders.stop FOR INSERT TO duemate_tenant
    WITH CHECK (reach = 'TENANT' AND target = (SELECT scope.tenant_id()) AND cause IN ('PERSON', 'CIRCUIT')
                AND placed_by IN ('TENANT', 'ENGINE'));
CREATE POLICY tenant_update ON reminders.stop FOR UPDATE TO duemate_tenant
    USING (reach = 'TENANT' AND target = (SELECT scope.tenant_id()) AND placed_by <> 'STAFF')
    WITH CHECK (reach = 'TENANT' AND target = (SELECT scope.tenant_id()));
GRANT SELECT (id, reach, target, cause, placed_by, person, words, measure, counted, usual, placed_at, released_at, released_by,
              release_person),
      INSERT (id, reach, target, cause, placed_by, person, words, measure, counted, usual, placed_at),
      UPDATE (released_at, released_by, release_person) ON reminders.stop TO duemate_tenant;

CREATE POLICY staff_select ON reminders.stop FOR SELECT TO duemate_staff USING (true);
CREATE POLICY staff_insert ON reminders.stop FOR INSERT TO duemate_staff WITH CHECK (placed_by = 'STAFF' AND cause = 'PERSON');
CREATE POLICY staff_update ON reminders.stop FOR UPDATE TO duemate_staff USING (placed_by <> 'TENANT') WITH CHECK (released_by = 'STAFF');
GRANT SELECT (id, reach, target, cause, placed_by, staff, note, measure, counted, usual, placed_at, released_at, released_by,
              release_staff),
      INSERT (id, reach, target, cause, placed_by, staff, note, placed_at),
      UPDATE (released_at, released_by, release_staff) ON reminders.stop TO duemate_staff;

CREATE POLICY engine_select ON reminders.stop FOR SELECT TO duemate_engine USING (true);
CREATE POLICY engine_insert ON reminders.stop FOR INSERT TO duemate_engine
    WITH CHECK (placed_by = 'ENGINE' AND cause <> 'PERSON' AND reach <> 'TENANT');
GRANT SELECT (id, reach, target, cause, placed_by, measure, counted, usual, placed_at, released_at),
      INSERT (id, reach, target, cause, placed_by, measure, counted, usual, placed_at) ON reminders.stop TO duemate_engine;

-- Whose waiting steps are to be weighed at once since something that kept them waiting has ended. By the database's clock.
CREATE TABLE reminders.rouse (
    id       uuid        PRIMARY KEY,
    reach    text        NOT NULL CHECK (reach IN ('PLATFORM', 'RESELLER', 'TENANT')),
    target   uuid        CHECK ((reach = 'PLATFORM') = (target IS NULL)),
    freed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    rouses   int         NOT NULL DEFAULT 0
);
ALTER TABLE reminders.rouse ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders.rouse FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_insert ON reminders.rouse FOR INSERT TO duemate_tenant
    WITH CHECK (reach = 'TENANT' AND target = (SELECT scope.tenant_id()));
GRANT INSERT (id, reach, target) ON reminders.rouse TO duemate_tenant;
CREATE POLICY staff_insert ON reminders.rouse FOR INSERT TO duemate_staff WITH CHECK (true);
GRANT INSERT (id, reach, target) ON reminders.rouse TO duemate_staff;
CREATE POLICY engine_all ON reminders.rouse FOR ALL TO duemate_engine USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (rouses), DELETE ON reminders.rouse TO duemate_engine;

-- The engine finds the tenants that a reseller's stop or its release concerns.
GRANT SELECT (reseller_id) ON tenancy.tenant TO duemate_engine;
