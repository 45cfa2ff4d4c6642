-- When a customer asked for something from its own side, and nothing of what it said.
CREATE VIEW arrangements.pub_asked WITH (security_invoker = true) AS
    SELECT tenant_id, customer_id, requested_at AS at FROM arrangements.request;
GRANT SELECT ON arrangements.pub_asked TO duemate_tenant;
