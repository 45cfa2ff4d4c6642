-- Steps that count from the last contact have no day of their own before it: whether they are done is a matter of their position.
ALTER TABLE reminders.plan ADD COLUMN after_position int NOT NULL DEFAULT 0;
