// SPDX-License-Identifier: GPL-3.0-or-later
// Baileys as one client, keys in memory. It never decides on a test by its own signature check, which accepts
// everything: what it signs is verified by the server, what it accepts proves nothing.
import { load } from '../packages.mjs';
import { serve, tell } from './lines.mjs';
import { say, vcard } from './said.mjs';

const { default: makeWASocket, initAuthCreds, WA_CERT_DETAILS, BufferJSON } = await load('baileys');
const RESTART = 515,
  TRY_AGAIN = [408, 428, 500, 503];
const REVISION = 1044659339;
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => {}]),
);
Object.assign(silent, { level: 'silent', child: () => silent });
if (process.env.KONTOR_CLIENT_LOG)
  for (const level of ['warn', 'error'])
    silent[level] = (...what) =>
      process.stderr.write(
        `${level} ${JSON.stringify(what, BufferJSON.replacer).slice(0, 600)} ${what[0]?.err?.stack ?? ''}\n`,
      );

const creds = initAuthCreds(),
  kept = new Map(),
  messages = new Map();
const keys = {
  get: (type, ids) => Object.fromEntries(ids.map((id) => [id, kept.get(`${type} ${id}`)])),
  set: (data) => {
    for (const [type, entries] of Object.entries(data))
      for (const [id, value] of Object.entries(entries))
        value ? kept.set(`${type} ${id}`, value) : kept.delete(`${type} ${id}`);
  },
};
let socket,
  where,
  revision = REVISION;

const keyOf = ({ chat, id, fromMe = false, participant }) => ({ remoteJid: chat, id, fromMe, participant });

function onUpdate({ connection, lastDisconnect, qr, isNewLogin }) {
  if (qr) tell('qr', { text: qr });
  if (isNewLogin) {
    creds.accountSyncCounter = 1; // else it waits 20 s for a history that does not come
    creds.me.name ??= 'Baileys'; // without a name it is never present
    tell('paired', { jid: creds.me.id, lid: creds.me.lid });
  }
  if (connection === 'open') {
    creds.me.name ??= 'Baileys';
    tell('open', { jid: creds.me.id });
    socket.sendPresenceUpdate('available').catch(() => {});
  }
  if (connection === 'close') onClose(lastDisconnect?.error?.output?.statusCode, lastDisconnect?.error);
}

function onClose(code, error) {
  tell('closed', { code: code ?? null, text: error?.message });
  if (where && (code === RESTART || TRY_AGAIN.includes(code))) setTimeout(open, code === RESTART ? 0 : 300);
}

function onMessage(message) {
  const { key, pushName, messageStubType, messageStubParameters } = message;
  if (messageStubType) return tell('unreadable', { id: key.id, text: messageStubParameters?.[0] });
  messages.set(key.id, message);
  const said = say(message.message);
  return (
    said &&
    tell('message', {
      chat: key.remoteJid,
      chatAlt: key.remoteJidAlt,
      from: key.participant ?? key.remoteJid,
      fromMe: key.fromMe,
      id: key.id,
      name: pushName,
      ...said,
    })
  );
}

const STATUS = { 3: 'delivered', 4: 'read', 5: 'played' };

function open() {
  socket = makeWASocket({
    auth: { creds, keys },
    waWebSocketUrl: where.url,
    version: [2, 3000, revision],
    logger: silent,
    browser: ['Linux', 'Chrome', '1'],
    getMessage: async ({ id }) => messages.get(id)?.message,
    markOnlineOnConnect: true,
    shouldSyncHistoryMessage: () => true,
    retryRequestDelayMs: 10,
    keepAliveIntervalMs: where.keepAliveMs ?? 30000,
  });
  socket.ev.on('creds.update', (update) => Object.assign(creds, update));
  socket.ev.on('connection.update', onUpdate);
  socket.ev.on('messages.upsert', ({ messages: list }) => list.forEach(onMessage));
  socket.ev.on('messages.update', (list) =>
    list.forEach(({ key, update }) => {
      if (STATUS[update.status]) tell('receipt', { id: key.id, type: STATUS[update.status] });
    }),
  );
  socket.ev.on('message-receipt.update', (list) =>
    list.forEach(({ key, receipt }) =>
      tell('receipt', {
        id: key.id,
        type: receipt.readTimestamp ? 'read' : 'delivered',
        from: receipt.userJid,
      }),
    ),
  );
  socket.ev.on('presence.update', ({ id, presences }) =>
    Object.entries(presences).forEach(([from, { lastKnownPresence }]) =>
      tell('presence', { chat: id, from, state: lastKnownPresence }),
    ),
  );
}

const contents = {
  text: ({ text }) => [{ text }],
  quote: ({ text, target }) => [{ text }, { quoted: messages.get(target) }],
  reaction: ({ emoji, target }) => [{ react: { text: emoji, key: keyOf(target) } }],
  edit: ({ text, target }) => [{ text, edit: keyOf(target) }],
  revoke: ({ target }) => [{ delete: keyOf(target) }],
  location: ({ latitude, longitude, name }) => [
    { location: { degreesLatitude: latitude, degreesLongitude: longitude, name } },
  ],
  contact: ({ name, phone }) => [
    { contacts: { displayName: name, contacts: [{ displayName: name, vcard: vcard(name, phone) }] } },
  ],
};

await serve({
  connect: (server) => {
    where = server;
    revision = server.revision ?? revision;
    if (server.root) WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(server.root, 'hex');
    open();
  },
  code: async ({ phone }) => {
    await socket.waitForSocketOpen();
    return { code: await socket.requestPairingCode(phone) };
  },
  send: async ({ to, kind, ...what }) => {
    const sent = await socket.sendMessage(to, ...contents[kind](what));
    messages.set(sent.key.id, sent);
    return { id: sent.key.id };
  },
  read: ({ chat, id, participant }) => socket.readMessages([keyOf({ chat, id, participant })]),
  typing: ({ to, on }) => socket.sendPresenceUpdate(on ? 'composing' : 'paused', to),
  watch: ({ to }) => socket.presenceSubscribe(to),
  logout: () => socket.logout(),
  leave: () => {
    where = null;
    socket.end(undefined);
  },
});
