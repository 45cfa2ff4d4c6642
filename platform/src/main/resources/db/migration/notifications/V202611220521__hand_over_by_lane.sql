-- Who gets a message over its lane claims it in the tenant's own scope.
GRANT USAGE ON SEQUENCE notifications.fence TO duemate_tenant;

-- How much of a tenant's waits to go out is asked before more is written.
CREATE INDEX message_open ON notifications.message (tenant_id) WHERE status IN ('QUEUED', 'SENDING');
