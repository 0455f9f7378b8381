-- The business, its people, and those who write to it.
CREATE TABLE business (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  country TEXT,
  language TEXT,
  hours TEXT,
  month_first INTEGER
);

CREATE TABLE teammate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  phone BLOB,
  phone_hash BLOB UNIQUE,
  manager INTEGER,
  sales INTEGER,
  operations INTEGER,
  field INTEGER,
  seller INTEGER,
  active INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT,
  phone BLOB,
  phone_hash BLOB,
  language TEXT,
  zone TEXT,
  labels TEXT,
  notes TEXT,
  consent TEXT NOT NULL DEFAULT 'unknown',
  consent_at INTEGER,
  consent_source TEXT,
  created INTEGER NOT NULL DEFAULT 0,
  extra BLOB
);

-- A person is known by any of these: phone, jid, lid, user-id.
CREATE TABLE contact_identifier (
  kind TEXT NOT NULL,
  value BLOB NOT NULL,
  value_hash BLOB NOT NULL,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, value_hash)
) WITHOUT ROWID;
CREATE INDEX contact_identifier_contact ON contact_identifier (contact_id);
