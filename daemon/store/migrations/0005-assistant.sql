-- What the assistant may say, and the dialogues that are under way.
CREATE TABLE knowledge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT,
  question TEXT,
  text TEXT NOT NULL,
  source TEXT,
  language TEXT
);

CREATE VIRTUAL TABLE knowledge_words USING fts5 (
  title, question, text, content='knowledge', content_rowid='id', prefix='2 3',
  tokenize="porter unicode61 categories 'L* N* Co Mn Mc'"
);
-- The stems of the index, so that what is misspelt can be mended.
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

CREATE TABLE dialogue (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  what BLOB NOT NULL,
  at INTEGER NOT NULL
);
