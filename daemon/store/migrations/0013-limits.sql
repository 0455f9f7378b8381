-- How much may be said to a contact in an hour without a person. NULL: 30.
ALTER TABLE business ADD COLUMN automatic_most INTEGER;
