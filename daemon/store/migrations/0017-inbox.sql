-- Labels, saved replies, messages for later, and lists that stay fast.
CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  colour TEXT
);

-- Whose label it is; contact.labels is the same in words.
CREATE TABLE contact_label (
  label_id INTEGER NOT NULL,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  PRIMARY KEY (label_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX contact_label_contact ON contact_label (contact_id);

CREATE TABLE canned_reply (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shortcut TEXT NOT NULL UNIQUE COLLATE NOCASE,
  title TEXT NOT NULL,
  text TEXT,
  label INTEGER REFERENCES label (id) ON DELETE SET NULL,
  assignee INTEGER REFERENCES teammate (id) ON DELETE SET NULL,
  note TEXT,
  state TEXT,
  snooze INTEGER,
  hand_back INTEGER
);

CREATE INDEX conversation_contact ON conversation (contact_id);
-- For counting: what is said does not touch it.
CREATE INDEX conversation_whose ON conversation (state, assignee);
CREATE INDEX conversation_mine ON conversation (assignee, last_at DESC, id DESC)
  WHERE assignee IS NOT NULL;
CREATE INDEX conversation_aside ON conversation (state, last_at DESC, id DESC)
  WHERE state <> 'open';
CREATE INDEX conversation_unread ON conversation (last_at DESC, id DESC) WHERE unread > 0;
