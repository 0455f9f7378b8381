-- Contacts that are searched, sorted, brought in, made one and taken apart again.
ALTER TABLE contact ADD COLUMN email TEXT;
-- Folded, as daemon/store/columns.c writes it; what has no name comes last.
ALTER TABLE contact ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
UPDATE contact SET name_key = lower(trim(name)) WHERE trim(name) <> '';
CREATE INDEX contact_found ON contact (name_key, id, email_key, phone_hash);
CREATE INDEX contact_email ON contact (email_key);

-- A person is known by any of these: phone, jid, lid, user-id.
CREATE TABLE identifier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  value BLOB NOT NULL,
  value_hash BLOB NOT NULL,
  contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  UNIQUE (kind, value_hash)
);
INSERT INTO identifier (kind, value, value_hash, contact)
  SELECT kind, value, value_hash, contact_id FROM contact_identifier;
DROP TABLE contact_identifier;
CREATE INDEX identifier_contact ON identifier (contact);

-- What a business wants to know of its customers.
CREATE TABLE contact_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  name TEXT UNIQUE,
  type TEXT NOT NULL,
  choices TEXT,
  position INTEGER NOT NULL DEFAULT 0
);

-- Two contacts that are, or may be, one.
CREATE TABLE merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  other TEXT NOT NULL,
  other_name TEXT,
  proof TEXT NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT,
  gone BLOB,                               -- sealed, a{sv} as text: the contact that went
  before BLOB,                             -- and the one that stays, before and after
  after BLOB
);
CREATE INDEX merge_contact ON merge (contact, state);
CREATE INDEX merge_other ON merge (other);

-- Which rows came from the contact or the conversation that went.
CREATE TABLE merge_moved (
  merge_id INTEGER NOT NULL REFERENCES merge (id) ON DELETE CASCADE,
  place TEXT NOT NULL,                     -- table.column
  was TEXT NOT NULL,                       -- what stood there
  row_id INTEGER NOT NULL,
  PRIMARY KEY (merge_id, place, row_id)
);

CREATE TABLE merge_conversation (
  merge_id INTEGER NOT NULL REFERENCES merge (id) ON DELETE CASCADE,
  id INTEGER NOT NULL,
  into_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  snoozed_until INTEGER,
  held_by TEXT,
  assignee INTEGER,
  waiting INTEGER NOT NULL,
  mode TEXT,
  PRIMARY KEY (merge_id, id)
) WITHOUT ROWID;

-- A file that was brought in, and what it did.
CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT UNIQUE,
  file TEXT,
  of TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  taken_back INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL
);

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  record TEXT NOT NULL,
  before BLOB,                             -- sealed, a{sv} as text; NULL: it was added
  after BLOB NOT NULL,
  PRIMARY KEY (import_id, line)
) WITHOUT ROWID;
