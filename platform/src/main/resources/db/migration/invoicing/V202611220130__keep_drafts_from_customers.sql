-- A draft is the tenant's own affair: its customer does not see it before it is issued, whatever a statement asks.
ALTER POLICY customer_select ON invoicing.invoice USING (
    tenant_id = (SELECT scope.tenant_id())
    AND customer_id = (SELECT scope.customer_id())
    AND status <> 'DRAFT');
ALTER POLICY customer_select ON invoicing.line USING (
    tenant_id = (SELECT scope.tenant_id())
    AND customer_id = (SELECT scope.customer_id())
    AND EXISTS (SELECT FROM invoicing.invoice i WHERE i.tenant_id = line.tenant_id AND i.id = line.invoice_id));
