-- Messages to hand over travel on a lane for each channel, and what nobody waits for on one of its own.
ALTER TABLE messaging.outbox DROP CONSTRAINT outbox_lane_check;
ALTER TABLE messaging.outbox ADD CONSTRAINT outbox_lane_check CHECK (lane IN ('EVENTS', 'PAPERS', 'CHORES', 'EMAIL', 'SMS'));
