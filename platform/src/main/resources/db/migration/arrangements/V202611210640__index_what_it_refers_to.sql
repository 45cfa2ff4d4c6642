-- Looked up for every invoice and every customer that an undone import removes.
CREATE INDEX arrangement_of_invoice ON arrangements.arrangement (tenant_id, invoice_id);
CREATE INDEX arrangement_of_customer ON arrangements.arrangement (tenant_id, customer_id);
CREATE INDEX request_customer ON arrangements.request (tenant_id, customer_id);
