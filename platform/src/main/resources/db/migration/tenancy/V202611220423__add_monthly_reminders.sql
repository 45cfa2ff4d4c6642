-- Reminders a calendar month that a tenant's plan covers; NULL for no limit. Staff set it, the tenant reads it.
ALTER TABLE tenancy.tenant ADD COLUMN monthly_reminders int CHECK (monthly_reminders BETWEEN 0 AND 100000000);
