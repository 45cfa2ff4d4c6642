-- Whoever weighs a customer or makes its plans anew holds an advisory lock for it: no row is written for it any more.
DROP TABLE reminders.customer_lock;
