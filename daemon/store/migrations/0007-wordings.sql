-- What is sold, in the customers' languages.
CREATE TABLE wording (
  code TEXT PRIMARY KEY,
  service TEXT NOT NULL REFERENCES service (code) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  labels TEXT,
  question TEXT,
  confirmation TEXT
);
CREATE INDEX wording_service ON wording (service, language);
