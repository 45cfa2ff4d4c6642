-- When a customer began to pay by itself; what the tenant wrote down tells when somebody in its office had time.
CREATE VIEW payments.pub_begun WITH (security_invoker = true) AS
    SELECT tenant_id, customer_id, started_at AS at FROM payments.payment WHERE provider <> 'manual';
GRANT SELECT ON payments.pub_begun TO duemate_tenant;
