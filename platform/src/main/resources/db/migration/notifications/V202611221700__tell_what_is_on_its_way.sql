-- Reminders that are to go out and have not gone yet; not those that somebody stopped.
CREATE VIEW notifications.pub_reminder_on_its_way WITH (security_invoker = true) AS
    SELECT tenant_id FROM notifications.message
    WHERE waiting AND kind = 'reminder' AND reason IS DISTINCT FROM 'notifications.reason.stopped';
GRANT SELECT ON notifications.pub_reminder_on_its_way TO duemate_tenant;
