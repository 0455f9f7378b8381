// SPDX-License-Identifier: GPL-3.0-or-later
// server.mjs — the server that one would write for this without Kontor: node:http and better-sqlite3,
// each webhook checked, parsed and kept in a transaction before it is answered.
// node server.mjs each|group|none DATABASE PATH SECRET SCHEMA…
// each: one transaction for each request; group: one for all that came in one turn of the loop; none:
// says that it was kept and keeps nothing, as the floor under all of them.
// The id and the phone lie open here, and a hash is the end of the text: cheaper than what Kontor does.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Database from 'better-sqlite3';

const [how, file, path, secret, ...schema] = process.argv.slice(2);
const db = new Database(file);
for (const name of schema)
  db.exec(readFileSync(name, 'utf8'));
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         INSERT INTO channel (id, name, kind) VALUES (1, 'bench', 'cloud')`);

const findPerson = db.prepare(
  "SELECT contact AS id FROM identifier WHERE kind = 'phone' AND value_hash = ?");
const addContact = db.prepare(
  'INSERT INTO contact (name, phone, phone_hash, created) VALUES (?, ?, ?, ?)');
const addPerson = db.prepare(
  "INSERT INTO identifier (kind, value, value_hash, contact) VALUES ('phone', ?, ?, ?)");
const findThread = db.prepare('SELECT id FROM conversation WHERE channel_id = 1 AND contact_id = ?');
const addThread = db.prepare('INSERT INTO conversation (channel_id, contact_id) VALUES (1, ?)');
const addMessage = db.prepare(
  `INSERT INTO message (conversation_id, channel_id, ts, said_at, direction, kind, state, author,
                        text, external, external_hash)
   VALUES (?, 1, ?, ?, 'in', ?, 'received', 'contact', ?, ?, ?)
   ON CONFLICT (channel_id, external_hash) DO NOTHING`);
const follow = db.prepare(
  `UPDATE conversation SET last_at = ?, last_text = ?, last_kind = ?, last_in_at = ?,
                           unread = unread + 1 WHERE id = ?`);
const addTurn = db.prepare('INSERT INTO turn (message_id, conversation_id) VALUES (?, ?)');
const seen = db.prepare('UPDATE channel SET last_at = ? WHERE id = 1');

function contactOf(phone, name, now) {
  const known = findPerson.get(phone);
  if (known)
    return known.id;
  const id = addContact.run(name, phone, phone, now).lastInsertRowid;
  addPerson.run(phone, phone, id);
  return id;
}

function keepMessage(message, name) {
  const now = Date.now() * 1000;
  const contact = contactOf(message.from, name, now);
  const thread = findThread.get(contact)?.id ?? addThread.run(contact).lastInsertRowid;
  const text = message.text?.body ?? null;
  const added = addMessage.run(thread, now, Number(message.timestamp) * 1e6, message.type, text,
    message.id, message.id.slice(-16));
  if (added.changes === 0)
    return;
  follow.run(now, text, message.type, now, thread);
  addTurn.run(added.lastInsertRowid, thread);
  seen.run(now);
}

function keep(body) {
  for (const entry of body.entry)
    for (const { value } of entry.changes)
      for (const [i, message] of (value.messages ?? []).entries())
        keepMessage(message, value.contacts?.[i]?.profile?.name ?? null);
}

const keepOne = db.transaction(keep);
const keepAll = db.transaction(arrivals => arrivals.forEach(({ body }) => keep(body)));
let arrivals = [];

function keepArrivals() {
  const all = arrivals;
  arrivals = [];
  let status = 200;
  try {
    keepAll(all);
  } catch {
    status = 503;
  }
  for (const { response } of all)
    answer(response, status);
}

function answer(response, status) {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}

function isSigned(raw, header) {
  const given = Buffer.from(header?.replace(/^sha256=/, '') ?? '', 'hex');
  const right = createHmac('sha256', secret).update(raw).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}

function take(request, response, raw) {
  if (request.method !== 'POST' || request.url !== path)
    return answer(response, 404);
  if (how === 'none')
    return answer(response, 200);
  if (!isSigned(raw, request.headers['x-hub-signature-256']))
    return answer(response, 401);
  let body;
  try {
    body = JSON.parse(raw);
  } catch {
    return answer(response, 400);
  }
  if (how === 'group') {
    if (arrivals.push({ body, response }) === 1)
      setImmediate(keepArrivals);
    return;
  }
  try {
    keepOne(body);
    answer(response, 200);
  } catch {
    answer(response, 503);
  }
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => take(request, response,
    chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => { db.close(); process.exit(0); });
