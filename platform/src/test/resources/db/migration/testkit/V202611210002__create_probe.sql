-- A tenant table that only tests write to.
CREATE SCHEMA testkit;
GRANT USAGE ON SCHEMA testkit TO duemate_tenant, duemate_customer, duemate_engine, duemate_staff;
CREATE TABLE testkit.probe (
    tenant_id   uuid   NOT NULL,
    id          uuid   NOT NULL,
    customer_id uuid   NOT NULL,
    amount      bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL scope.make_tenant_table('testkit.probe', 'customer_id');
