-- What goes wrong here is told as well; a line that stays away, after a quarter of an hour.
ALTER TABLE notices ADD COLUMN incidents INTEGER NOT NULL DEFAULT 1;
ALTER TABLE notices ADD COLUMN away_after INTEGER NOT NULL DEFAULT 900;
