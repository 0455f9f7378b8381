-- What is sold, and what was sold.
CREATE TABLE service (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT,
  labels TEXT,
  fulfilment TEXT,
  price_minor INTEGER,
  price_currency TEXT,
  duration INTEGER,
  capacity INTEGER,
  notice INTEGER,
  hours TEXT,
  confirm TEXT,
  confirmation TEXT,
  active INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE service_field (
  code TEXT PRIMARY KEY,
  service TEXT NOT NULL REFERENCES service (code) ON DELETE CASCADE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  found_by TEXT,
  labels TEXT,
  "check" TEXT,
  required INTEGER,
  question TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (service, name)
);

CREATE TABLE service_choice (
  code TEXT PRIMARY KEY,
  field TEXT NOT NULL REFERENCES service_field (code) ON DELETE CASCADE,
  title TEXT NOT NULL,
  labels TEXT,
  price_minor INTEGER,
  price_currency TEXT,
  position INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE booking (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service TEXT NOT NULL REFERENCES service (code),
  contact INTEGER NOT NULL REFERENCES contact (id),
  conversation INTEGER REFERENCES conversation (id),
  at_local TEXT NOT NULL,
  at_zone TEXT NOT NULL,
  at_at INTEGER NOT NULL,
  duration INTEGER NOT NULL DEFAULT 0,
  places INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL,
  price_minor INTEGER,
  price_currency TEXT,
  note TEXT,
  source TEXT,
  created INTEGER NOT NULL DEFAULT 0,
  extra BLOB
);
CREATE INDEX booking_time ON booking (service, at_at);
CREATE INDEX booking_order ON booking (at_at, id);
CREATE INDEX booking_contact ON booking (contact, id);

-- The payment state is never kept: it is what the ledger says.
CREATE VIEW booking_view AS
SELECT booking.*, (
  SELECT CASE
      WHEN refunded > 0 AND refunded >= paid THEN 'refunded'
      WHEN refunded > 0 THEN 'part-refunded'
      WHEN paid > 0 AND paid >= COALESCE(booking.price_minor, 0) THEN 'paid'
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
    WHERE subject_kind = 'booking' AND subject = printf('BK%06d', booking.id)
      AND amount_currency = booking.price_currency
  )
) AS payment
FROM booking;
