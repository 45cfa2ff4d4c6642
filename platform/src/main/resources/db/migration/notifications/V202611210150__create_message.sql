CREATE SCHEMA notifications;
CALL scope.open_schema('notifications');

-- A message as its reader gets it; the row is the intent, and it is there before anything leaves.
CREATE TABLE notifications.message (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    kind           text        NOT NULL,
    variant        text        NOT NULL,
    intent         text        NOT NULL CHECK (length(intent) <= 300),
    customer_id    uuid,
    channel        text        NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    address        text        NOT NULL CHECK (length(address) <= 254),
    recipient_name text        NOT NULL,
    locale         text        NOT NULL,
    subject        text        NOT NULL,
    html           text        NOT NULL,
    text           text        NOT NULL,
    way_out        text,
    subjects       uuid[]      NOT NULL,
    status         text        NOT NULL DEFAULT 'QUEUED'
                   CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'CAPTURED', 'FAILED', 'UNKNOWN', 'WITHDRAWN')),
    reason         text,
    queued_at      timestamptz NOT NULL,
    sent_at        timestamptz,
    attempts       int         NOT NULL DEFAULT 0,
    ready_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    leased_until   timestamptz,
    fence          bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, intent)
);
CREATE INDEX message_waiting ON notifications.message (ready_at) WHERE status IN ('QUEUED', 'SENDING');
CREATE INDEX message_newest ON notifications.message (tenant_id, queued_at DESC, id DESC);
CREATE INDEX message_customer ON notifications.message (tenant_id, customer_id, queued_at DESC) WHERE customer_id IS NOT NULL;
CALL scope.make_tenant_table('notifications.message', 'customer_id', 'SELECT, INSERT, UPDATE');
CALL scope.open_to_engine('notifications.message', 'tenant_id, id, status, ready_at, leased_until, fence, attempts',
                          'leased_until, fence, attempts');
CREATE SEQUENCE notifications.fence;
GRANT USAGE ON SEQUENCE notifications.fence TO duemate_engine;

-- Addresses that get nothing more on a channel: unsubscribed, STOP, bounced, complained.
CREATE TABLE notifications.suppression (
    tenant_id   uuid        NOT NULL,
    channel     text        NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    address     text        NOT NULL,
    customer_id uuid        NOT NULL,
    reason      text        NOT NULL CHECK (reason IN ('UNSUBSCRIBED', 'STOP', 'BOUNCED', 'COMPLAINED')),
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, channel, address)
);
CALL scope.make_tenant_table('notifications.suppression', 'customer_id');
CALL scope.let_customer_insert('notifications.suppression', 'customer_id', 'channel, address, customer_id, reason, at');

CREATE VIEW notifications.pub_suppression WITH (security_invoker = true) AS
    SELECT tenant_id, customer_id, channel, address, reason, at FROM notifications.suppression;
CREATE VIEW notifications.pub_message WITH (security_invoker = true) AS
    SELECT tenant_id, id, kind, customer_id, channel, status, subject, queued_at, sent_at, subjects FROM notifications.message;
GRANT SELECT ON notifications.pub_suppression, notifications.pub_message TO duemate_tenant;
