-- Until when the assistant answers nobody.
ALTER TABLE business ADD COLUMN paused_until INTEGER;
