-- In whose name a task's letter is written, null for the tenant's own; and who said that it is done, empty for a program.
ALTER TABLE reminders.task
    ADD COLUMN sender_name text CHECK (length(sender_name) <= 80),
    ADD COLUMN reply_to    text CHECK (length(reply_to) <= 254),
    ADD COLUMN done_by     text CHECK (length(done_by) <= 120);

-- A letter as it was printed, known by the digest of all that it says. The row comes first: whoever wants the same at the same
-- time waits for it. sha256 is null only until the bytes are stored, in the same transaction. The one that is not superseded is
-- the one that was printed last.
CREATE TABLE reminders.letter (
    tenant_id     uuid        NOT NULL,
    task_id       uuid        NOT NULL,
    content       text        NOT NULL CHECK (content ~ '^[0-9a-f]{64}$'),
    sha256        text        CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    printed_at    timestamptz NOT NULL,
    superseded_at timestamptz,
    PRIMARY KEY (tenant_id, task_id, content),
    FOREIGN KEY (tenant_id, task_id) REFERENCES reminders.task (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX letter_superseded ON reminders.letter (tenant_id, superseded_at) WHERE superseded_at IS NOT NULL;
CALL scope.make_tenant_table('reminders.letter');
