-- A line on which something was said stays for its conversations; removed, it is off for good.
ALTER TABLE channel ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
