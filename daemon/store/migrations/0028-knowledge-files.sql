-- A file of knowledge comes in by slices. What a file brings, and what it takes away, is hidden or
-- still there until the file stands, which is one word in one row.
CREATE TABLE knowledge_file (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  stands INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE knowledge_move (
  passage INTEGER PRIMARY KEY REFERENCES knowledge ON DELETE CASCADE,
  file INTEGER NOT NULL REFERENCES knowledge_file ON DELETE CASCADE,
  comes INTEGER NOT NULL
);
CREATE INDEX knowledge_move_file ON knowledge_move (file);
CREATE INDEX knowledge_source ON knowledge (source, id);
CREATE VIEW knowledge_hidden AS
  SELECT passage FROM knowledge_move JOIN knowledge_file ON knowledge_file.id = knowledge_move.file
  WHERE comes <> stands;
CREATE VIEW knowledge_standing AS
  SELECT * FROM knowledge WHERE NOT EXISTS (
    SELECT 1 FROM knowledge_move JOIN knowledge_file ON knowledge_file.id = knowledge_move.file
    WHERE passage = knowledge.id AND comes <> stands);

-- No question looks for beginnings of two or three letters: without them the index is half the work.
-- It is merged by whoever has the time, and not in the middle of a word that is written.
DROP TRIGGER knowledge_added;
DROP TRIGGER knowledge_removed;
DROP TRIGGER knowledge_changed;
DROP TABLE knowledge_terms;
DROP TABLE knowledge_words;
CREATE VIRTUAL TABLE knowledge_words USING fts5 (
  title, question, text, content='knowledge', content_rowid='id',
  tokenize="porter unicode61 categories 'L* N* Co Mn Mc'"
);
INSERT INTO knowledge_words (knowledge_words) VALUES ('rebuild');
INSERT INTO knowledge_words (knowledge_words, rank) VALUES ('automerge', 0);
CREATE VIRTUAL TABLE knowledge_terms USING fts5vocab (knowledge_words, 'row');
CREATE TRIGGER knowledge_added AFTER INSERT ON knowledge BEGIN
  INSERT INTO knowledge_words (rowid, title, question, text)
  VALUES (new.id, new.title, new.question, new.text);
END;
CREATE TRIGGER knowledge_removed AFTER DELETE ON knowledge BEGIN
  INSERT INTO knowledge_words (knowledge_words, rowid, title, question, text)
  VALUES ('delete', old.id, old.title, old.question, old.text);
END;
CREATE TRIGGER knowledge_changed AFTER UPDATE ON knowledge BEGIN
  INSERT INTO knowledge_words (knowledge_words, rowid, title, question, text)
  VALUES ('delete', old.id, old.title, old.question, old.text);
  INSERT INTO knowledge_words (rowid, title, question, text)
  VALUES (new.id, new.title, new.question, new.text);
END;
