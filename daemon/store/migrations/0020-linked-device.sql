-- Keys and sessions of linked devices. Each writing of a record has a step of its own: who writes
-- one names the step it knew, so that nothing is put on what was never kept.
CREATE TABLE linked_record (
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  kind TEXT NOT NULL,
  name_hash BLOB NOT NULL,                 -- of a user, a group and user, or nothing
  number INTEGER NOT NULL,                 -- a device, or the id of a key
  step INTEGER NOT NULL,
  record BLOB NOT NULL,                    -- sealed
  PRIMARY KEY (channel_id, kind, name_hash, number)
);
