-- A search begins with one letter: without a list of what begins with it, FTS5 reads every message
-- that has such a word.
DROP TABLE message_words;
CREATE VIRTUAL TABLE message_words USING fts5 (
  text, content='message', content_rowid='id', prefix='1 2 3',
  tokenize="unicode61 categories 'L* N* Co Mn Mc'"
);
INSERT INTO message_words (message_words) VALUES ('rebuild');
INSERT OR REPLACE INTO meta (name, value) SELECT 'indexed-to', COALESCE(MAX(id), 0) FROM message;
