-- What takes long travels on a lane of its own; a backlog there is never read on the way to another lane's rows.
ALTER TABLE messaging.outbox ADD COLUMN lane text NOT NULL DEFAULT 'EVENTS' CHECK (lane IN ('EVENTS', 'PAPERS'));
GRANT INSERT (lane) ON messaging.outbox TO duemate_customer;
GRANT SELECT (lane) ON messaging.outbox TO duemate_engine;
DROP INDEX messaging.outbox_waiting;
CREATE INDEX outbox_waiting ON messaging.outbox (lane, ready_at) WHERE status = 'NEW';
