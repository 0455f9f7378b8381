-- Who is greeted, in what words, and what is said while the shop is closed.
ALTER TABLE business ADD COLUMN away TEXT;
ALTER TABLE business ADD COLUMN greets INTEGER;
ALTER TABLE business ADD COLUMN greet_again INTEGER;
ALTER TABLE business ADD COLUMN greeting TEXT;
-- Until when the customer was told that it is closed.
ALTER TABLE conversation ADD COLUMN away_until INTEGER NOT NULL DEFAULT 0;
