CREATE SCHEMA customers;
CALL scope.open_schema('customers');

CREATE TABLE customers.customer (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    number      text        NOT NULL CHECK (length(number) BETWEEN 1 AND 64),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email       text        CHECK (length(email) <= 254),
    phone       text        CHECK (length(phone) <= 20),
    locale      text        CHECK (length(locale) <= 35),
    zone        text        CHECK (length(zone) <= 64),
    hold_reason text        CHECK (length(hold_reason) <= 500),
    search      text        NOT NULL,
    import_id   uuid,
    version     int         NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX customer_number ON customers.customer (tenant_id, number);
CREATE INDEX customer_name ON customers.customer (tenant_id, search, id);
CREATE INDEX customer_email ON customers.customer (tenant_id, email) WHERE email IS NOT NULL;
CALL scope.make_tenant_table('customers.customer', 'id');

CREATE VIEW customers.pub_customer WITH (security_invoker = true) AS
    SELECT tenant_id, id, number, name, email, phone, locale, zone, hold_reason FROM customers.customer;
GRANT SELECT ON customers.pub_customer TO duemate_tenant, duemate_customer;
