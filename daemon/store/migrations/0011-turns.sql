-- Whether a conversation has a turn is asked for each line of the list: not by all its messages.
ALTER TABLE turn ADD COLUMN conversation_id INTEGER NOT NULL DEFAULT 0;
UPDATE turn SET conversation_id = (SELECT conversation_id FROM message m WHERE m.id = message_id);
CREATE INDEX turn_thread ON turn (conversation_id);
