-- Looked up for every customer that an undone import removes.
CREATE INDEX payment_link_customer ON payments.payment_link (tenant_id, customer_id);
CREATE INDEX checkout_request_customer ON payments.checkout_request (tenant_id, customer_id);
