-- Staff see which facts a room could not take, and may have them handed on again; never what they say.
CREATE INDEX outbox_dead ON messaging.outbox (business_at, id) WHERE status = 'DEAD';
CREATE POLICY staff_select ON messaging.outbox FOR SELECT TO duemate_staff USING (status IN ('DEAD', 'NEW'));
CREATE POLICY staff_update ON messaging.outbox FOR UPDATE TO duemate_staff
    USING (status = 'DEAD') WITH CHECK (status = 'NEW');
GRANT SELECT (tenant_id, id, name, business_at, status, attempts, ready_at, leased_until, last_error) ON messaging.outbox TO duemate_staff;
GRANT UPDATE (status, attempts, ready_at, leased_until) ON messaging.outbox TO duemate_staff;
