-- What the desktop tells the owner: all of it, until somebody switches it off.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  messages INTEGER NOT NULL DEFAULT 1,
  unsure INTEGER NOT NULL DEFAULT 1,
  work INTEGER NOT NULL DEFAULT 1,
  payments INTEGER NOT NULL DEFAULT 1,
  channels INTEGER NOT NULL DEFAULT 1,
  quiet_from TEXT,
  quiet_until TEXT,
  private INTEGER NOT NULL DEFAULT 0
);
INSERT INTO notices (id) VALUES (1);
