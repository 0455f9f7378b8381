-- What the business says in place of our texts, by language, group and name: "en.book.booked".
CREATE TABLE customer_text (
  code TEXT PRIMARY KEY,
  text TEXT NOT NULL
);
