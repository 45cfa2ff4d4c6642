-- Whether a message is on its way stands in a column that marking it as being sent does not change, so that this touches no index. A
-- page keeps room for what is written on the way, and contents lie beside the rows.
ALTER TABLE notifications.message
    ADD COLUMN waiting boolean GENERATED ALWAYS AS (status IN ('QUEUED', 'SENDING')) STORED;
ALTER TABLE notifications.message SET (fillfactor = 60, toast_tuple_target = 640);
GRANT SELECT (waiting) ON notifications.message TO duemate_engine;
DROP INDEX notifications.message_waiting;
DROP INDEX notifications.message_open;
CREATE INDEX message_waiting ON notifications.message (ready_at) WHERE waiting;
CREATE INDEX message_open ON notifications.message (tenant_id) WHERE waiting;
