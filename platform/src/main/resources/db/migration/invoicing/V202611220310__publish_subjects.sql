-- What an invoice is about, for rules that look at it.
CREATE OR REPLACE VIEW invoicing.pub_invoice WITH (security_invoker = true) AS
    SELECT tenant_id, id, customer_id, number, status, currency, total, open, issued_on, due_on, paid_on, created_at, subject
    FROM invoicing.invoice WHERE status <> 'DRAFT';
