-- In whose name a message goes out, where that is not the tenant itself.
ALTER TABLE notifications.message
    ADD COLUMN sender_name text CHECK (length(sender_name) <= 80),
    ADD COLUMN reply_to    text CHECK (length(reply_to) <= 254),
    ADD CONSTRAINT message_sender CHECK ((sender_name IS NULL) = (reply_to IS NULL));
