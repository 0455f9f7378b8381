// SPDX-License-Identifier: GPL-3.0-or-later
// Baileys as it is measured: several sessions in one process, their keys in memory alone. Driven as the clients of
// tests/interop/linked/clients are: link (url root session); heard (session): how many texts it read; say
// (session to text). It tells qr (session text) and open (session).
import { serve, tell } from '../../interop/linked/clients/lines.mjs';
import { load } from '../../interop/linked/packages.mjs';

const { default: makeWASocket, initAuthCreds, WA_CERT_DETAILS } = await load('baileys');
const RESTART = 515,
  REVISION = 1044659339;
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => {}]),
);
Object.assign(silent, { level: 'silent', child: () => silent });

class Session {
  heard = 0;
  kept = new Map();
  creds = initAuthCreds();
  keys = {
    get: (type, ids) => Object.fromEntries(ids.map((id) => [id, this.kept.get(`${type} ${id}`)])),
    set: (data) => {
      for (const [type, entries] of Object.entries(data))
        for (const [id, value] of Object.entries(entries))
          value ? this.kept.set(`${type} ${id}`, value) : this.kept.delete(`${type} ${id}`);
    },
  };

  constructor(number, url) {
    Object.assign(this, { number, url });
    this.open();
  }
  open() {
    const { creds, keys } = this;
    this.socket = makeWASocket({
      auth: { creds, keys },
      waWebSocketUrl: this.url,
      version: [2, 3000, REVISION],
      logger: silent,
      browser: ['Linux', 'Chrome', '1'],
      shouldSyncHistoryMessage: () => true,
      markOnlineOnConnect: true,
    });
    this.socket.ev.on('creds.update', (update) => Object.assign(creds, update));
    this.socket.ev.on('connection.update', (update) => this.onUpdate(update));
    this.socket.ev.on('messages.upsert', ({ messages }) => {
      this.heard += messages.filter(({ message }) => message?.conversation).length;
    });
  }
  onUpdate({ connection, lastDisconnect, qr, isNewLogin }) {
    if (qr) tell('qr', { session: this.number, text: qr });
    if (isNewLogin) this.creds.accountSyncCounter = 1; // else it waits 20 s for a history that does not come
    if (connection === 'open') tell('open', { session: this.number });
    if (connection === 'close' && lastDisconnect?.error?.output?.statusCode === RESTART) this.open();
  }
}

const sessions = new Map();

await serve({
  link: ({ session, url, root }) => {
    WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root, 'hex');
    sessions.set(session, new Session(session, url));
  },
  heard: ({ session }) => sessions.get(session).heard,
  say: ({ session, to, text }) => sessions.get(session).socket.sendMessage(to, { text }),
});
