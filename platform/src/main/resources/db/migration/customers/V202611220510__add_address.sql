-- Where letters reach a customer: complete, or not at all. A null country is the tenant's own.
ALTER TABLE customers.customer
    ADD COLUMN street      text CHECK (length(street) BETWEEN 1 AND 302),
    ADD COLUMN postal_code text CHECK (length(postal_code) BETWEEN 1 AND 16),
    ADD COLUMN city        text CHECK (length(city) BETWEEN 1 AND 100),
    ADD COLUMN country     text CHECK (country ~ '^[A-Z]{2}$'),
    ADD CONSTRAINT customer_address CHECK ((street IS NULL) = (city IS NULL)
        AND (street IS NOT NULL OR (postal_code IS NULL AND country IS NULL)));

CREATE OR REPLACE VIEW customers.pub_customer WITH (security_invoker = true) AS
    SELECT tenant_id, id, number, name, email, phone, locale, zone, hold_reason, street, postal_code, city, country
    FROM customers.customer;
