-- What people do for customers, and what customers ask about before they buy.
CREATE TABLE "order" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service TEXT NOT NULL REFERENCES service (code),
  contact INTEGER NOT NULL REFERENCES contact (id),
  conversation INTEGER REFERENCES conversation (id),
  assignee INTEGER REFERENCES teammate (id) ON DELETE SET NULL,
  places INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL,
  price_minor INTEGER,
  price_currency TEXT,
  note TEXT,
  source TEXT,
  created INTEGER NOT NULL DEFAULT 0,
  extra BLOB
);
CREATE INDEX order_contact ON "order" (contact, id);
CREATE INDEX order_state ON "order" (state, id);

CREATE TABLE lead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service TEXT NOT NULL REFERENCES service (code),
  contact INTEGER NOT NULL REFERENCES contact (id),
  conversation INTEGER REFERENCES conversation (id),
  owner INTEGER REFERENCES teammate (id) ON DELETE SET NULL,
  places INTEGER,
  state TEXT NOT NULL,
  reason TEXT,
  note TEXT,
  source TEXT,
  created INTEGER NOT NULL DEFAULT 0,
  extra BLOB
);
CREATE INDEX lead_contact ON lead (contact, id);
CREATE INDEX lead_state ON lead (state, id);

-- As with bookings, the payment state is what the ledger says.
CREATE VIEW order_view AS
SELECT "order".*, (
  SELECT CASE
      WHEN refunded > 0 AND refunded >= paid THEN 'refunded'
      WHEN refunded > 0 THEN 'part-refunded'
      WHEN paid > 0 AND paid >= COALESCE("order".price_minor, 0) THEN 'paid'
      WHEN paid > 0 THEN 'part-paid'
      WHEN asked > 0 THEN 'link-sent'
      ELSE 'unpaid'
    END
  FROM (
    SELECT
      COALESCE(SUM(CASE WHEN entry IN ('paid', 'cash', 'bank-transfer', 'correction')
                        THEN amount_minor END), 0) AS paid,
      COALESCE(SUM(CASE WHEN entry = 'refunded' THEN amount_minor END), 0) AS refunded,
      COALESCE(SUM(CASE WHEN entry = 'requested' THEN amount_minor END), 0) AS asked
    FROM ledger
    WHERE subject_kind = 'order' AND subject = printf('OR%d', "order".id)
      AND amount_currency = "order".price_currency
  )
) AS payment
FROM "order";
