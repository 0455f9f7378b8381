-- Who lends a model, and every time one was asked.
CREATE TABLE provider (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  family TEXT NOT NULL,
  base TEXT,
  model TEXT NOT NULL,
  "key" INTEGER NOT NULL DEFAULT 0,
  enabled INTEGER,
  priority INTEGER,
  temperature TEXT,
  max_tokens INTEGER,
  time_out INTEGER,
  currency TEXT,
  price_in TEXT,
  price_out TEXT,
  budget_minor INTEGER,
  budget_currency TEXT,
  state TEXT,
  advice TEXT,
  tested INTEGER
);

CREATE TABLE ai_call (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  provider INTEGER REFERENCES provider (id) ON DELETE SET NULL,
  model TEXT NOT NULL,
  address TEXT NOT NULL,
  "left" INTEGER,
  purpose TEXT,
  prompt TEXT,
  tokens_in INTEGER,
  tokens_out INTEGER,
  tokens_cached INTEGER,
  estimated INTEGER,
  cost_minor INTEGER,
  cost_currency TEXT,
  cost_nano INTEGER NOT NULL DEFAULT 0,
  latency_ms INTEGER,
  outcome TEXT NOT NULL,
  reason TEXT,
  conversation INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
  message INTEGER REFERENCES message (id) ON DELETE SET NULL
);
CREATE INDEX ai_call_spent ON ai_call (provider, at, cost_nano);
CREATE INDEX ai_call_conversation ON ai_call (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX ai_call_message ON ai_call (message) WHERE message IS NOT NULL;

-- Whether models may be asked on this computer only.
ALTER TABLE business ADD COLUMN local_only INTEGER;
