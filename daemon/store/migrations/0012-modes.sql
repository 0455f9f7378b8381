-- What the assistant may do by itself: automatic, draft or off. NULL of a conversation: as its channel;
-- of a channel: automatic.
ALTER TABLE channel ADD COLUMN mode TEXT;
ALTER TABLE conversation ADD COLUMN mode TEXT;
