-- For how many seconds a customer must be silent before it is answered. NULL: as the kind of line has it.
ALTER TABLE channel ADD COLUMN quiet INTEGER;
-- 1: the desk has seen it, and it is answered with what else the customer writes.
ALTER TABLE turn ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
