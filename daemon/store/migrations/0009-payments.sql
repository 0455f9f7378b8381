-- Accounts at payment gateways, what was asked for, given back and paid out through them.
CREATE TABLE payment_account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  gateway TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  currency TEXT,
  deposit INTEGER,
  expiry INTEGER,
  poll INTEGER,
  port INTEGER,
  public_url TEXT,
  message TEXT,
  receipt TEXT,
  mode TEXT,
  state TEXT NOT NULL DEFAULT 'unchecked',
  reason TEXT,
  checked INTEGER,
  extra BLOB
);

CREATE TABLE payment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES payment_account (id),
  booking INTEGER REFERENCES booking (id),
  "order" INTEGER REFERENCES "order" (id),
  contact INTEGER NOT NULL REFERENCES contact (id),
  conversation INTEGER REFERENCES conversation (id),
  part TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT,
  expires INTEGER NOT NULL,
  link TEXT,
  closed INTEGER,
  remote TEXT,
  "key" TEXT NOT NULL UNIQUE,              -- the same for every asking: what makes it once
  attempts INTEGER NOT NULL DEFAULT 0,
  looked INTEGER NOT NULL DEFAULT 0,
  source TEXT,
  created INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX payment_booking ON payment (booking, id);
CREATE INDEX payment_order ON payment ("order", id);
CREATE INDEX payment_remote ON payment (account, remote);
CREATE INDEX payment_stage ON payment (stage, id);

-- What the gateways told of money, each once, however often and by whichever way it is told.
CREATE TABLE payment_event (
  account INTEGER NOT NULL REFERENCES payment_account (id),
  what TEXT NOT NULL,                      -- paid, refunded, refund-failed, failed
  remote TEXT NOT NULL,                    -- the gateway's id of that money
  payment INTEGER REFERENCES payment (id), -- NULL: a refund of what was not told yet
  charge TEXT NOT NULL,                    -- what was paid, for a refund: of what
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, what, remote)
) WITHOUT ROWID;
CREATE INDEX payment_event_payment ON payment_event (payment);
CREATE INDEX payment_event_charge ON payment_event (account, charge);

-- The state is what the gateway told of money, and until then how far the asking came.
CREATE VIEW payment_view AS
SELECT asked.*, asked.amount_currency AS paid_currency, asked.amount_currency AS refunded_currency,
  CASE
    WHEN refunded_minor > 0 AND refunded_minor >= paid_minor THEN 'refunded'
    WHEN refunded_minor > 0 THEN 'part-refunded'
    WHEN paid_minor >= amount_minor THEN 'paid'
    WHEN paid_minor > 0 THEN 'part-paid'
    ELSE stage
  END AS state
FROM (
  SELECT payment.*,
    COALESCE((SELECT SUM(minor) FROM payment_event e WHERE e.payment = payment.id
              AND e.what = 'paid' AND e.currency = payment.amount_currency), 0) AS paid_minor,
    COALESCE((SELECT SUM(CASE what WHEN 'refunded' THEN minor ELSE -minor END)
              FROM payment_event e WHERE e.payment = payment.id
              AND e.what IN ('refunded', 'refund-failed') AND e.currency = payment.amount_currency), 0) AS refunded_minor
  FROM payment
) AS asked;

CREATE TABLE refund (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  payment INTEGER NOT NULL REFERENCES payment (id),
  account INTEGER NOT NULL REFERENCES payment_account (id),
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  charge TEXT NOT NULL,
  note TEXT,
  state TEXT NOT NULL,
  reason TEXT,
  remote TEXT,
  "key" TEXT NOT NULL UNIQUE,
  attempts INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX refund_payment ON refund (payment, id);
CREATE INDEX refund_remote ON refund (account, remote);

CREATE TABLE payout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES payment_account (id),
  teammate INTEGER REFERENCES teammate (id),
  booking INTEGER REFERENCES booking (id),
  "order" INTEGER REFERENCES "order" (id),
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  destination TEXT,
  note TEXT,
  state TEXT NOT NULL,
  reason TEXT,
  remote TEXT,
  "key" TEXT NOT NULL UNIQUE,
  attempts INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX payout_remote ON payout (account, remote);
