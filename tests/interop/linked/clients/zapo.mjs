// SPDX-License-Identifier: GPL-3.0-or-later
// zapo-js as one client, keys in memory, with every check it has: only the root of the certificates is ours.
import { load } from '../packages.mjs';
import { serve, tell } from './lines.mjs';
import { say, vcard } from './said.mjs';

const { WaClient, createStore } = await load('zapo-js');
const REVOKE = 0,
  MESSAGE_EDIT = 14;
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error'].map((level) => [level, () => {}]),
);
Object.assign(silent, { level: 'error', child: () => silent });
if (process.env.KONTOR_CLIENT_LOG)
  for (const level of ['info', 'warn', 'error'])
    silent[level] = (...what) => process.stderr.write(`${level} ${JSON.stringify(what)}\n`);

let client,
  server,
  credentials = null;
const auth = {
  load: async () => credentials,
  save: async (given) => {
    credentials = given;
  },
  clear: async () => {
    credentials = null;
  },
};
const store = createStore({
  backends: { kept: { stores: { auth: () => auth }, caches: {} } },
  providers: { auth: 'kept', messages: 'memory', threads: 'none', contacts: 'memory' },
});

const TYPES = { undefined: 'delivered', read: 'read', played: 'played' };

function onMessage(event) {
  const {
      rawNode: { attrs },
    } = event,
    message = event.message?.deviceSentMessage?.message ?? event.message;
  const said = say(message),
    from = event.senderJid ?? event.chatJid,
    user = (jid) => jid?.split(/[:@]/)[0];
  const fromMe = [user(credentials.meJid), user(credentials.meLid)].includes(user(from));
  if (said)
    tell('message', {
      chat: fromMe && attrs.recipient ? attrs.recipient : event.chatJid,
      chatAlt: attrs.sender_pn ?? attrs.sender_lid,
      from,
      fromMe,
      id: event.stanzaId,
      name: attrs.notify,
      ...said,
    });
}

function listen() {
  client.on('auth_qr', ({ qr }) => tell('qr', { text: qr }));
  client.on('auth_paired', ({ credentials: { meJid, meLid } }) => tell('paired', { jid: meJid, lid: meLid }));
  client.on('connection_success', () => tell('open', { jid: credentials.meJid }));
  client.on('connection', ({ status, code, reason }) => {
    if (status === 'close') tell('closed', { code, text: reason });
  });
  client.on('client_error', ({ error }) => tell('trouble', { text: error.message }));
  client.on('message', onMessage);
  client.on('message_receipt', ({ stanzaId, stanzaType, participantJid, chatJid, rawNode }) => {
    const type = TYPES[stanzaType],
      more = rawNode.content?.find?.(({ tag }) => tag === 'list')?.content ?? [];
    for (const id of [stanzaId, ...more.map(({ attrs }) => attrs.id)])
      tell('receipt', { id, type: type ?? stanzaType, from: participantJid ?? chatJid });
  });
  client.on('presence', ({ chatJid, stanzaType }) =>
    tell('presence', { chat: chatJid, from: chatJid, state: stanzaType ?? 'available' }),
  );
  client.on('chatstate', ({ chatJid, participantJid, rawNode }) =>
    tell('presence', { chat: chatJid, from: participantJid ?? chatJid, state: rawNode.content[0].tag }),
  );
}

const keyOf = ({ chat, id, fromMe = false, participant }) => ({ remoteJid: chat, id, fromMe, participant });
const contents = {
  text: ({ text }) => ({ conversation: text }),
  quote: ({ text, target, author, quoted }) => ({
    extendedTextMessage: {
      text,
      contextInfo: { stanzaId: target, participant: author, quotedMessage: { conversation: quoted } },
    },
  }),
  reaction: ({ emoji, target }) => ({
    reactionMessage: { key: keyOf(target), text: emoji, senderTimestampMs: Date.now() },
  }),
  edit: ({ text, target }) => ({
    protocolMessage: {
      key: keyOf(target),
      type: MESSAGE_EDIT,
      editedMessage: { conversation: text },
      timestampMs: Date.now(),
    },
  }),
  revoke: ({ target }) => ({ protocolMessage: { key: keyOf(target), type: REVOKE } }),
  location: ({ latitude, longitude, name }) => ({
    locationMessage: { degreesLatitude: latitude, degreesLongitude: longitude, name },
  }),
  contact: ({ name, phone }) => ({ contactMessage: { displayName: name, vcard: vcard(name, phone) } }),
};

await serve({
  connect: async (given) => {
    server = given;
    client = new WaClient(
      {
        store,
        sessionId: 'one',
        chatSocketUrls: [server.url],
        reconnectIntervalMs: 300,
        keepAliveIntervalMs: server.keepAliveMs ?? 30000,
        history: { enabled: false },
        ...(server.revision ? { version: `2.3000.${server.revision}` } : {}),
        testHooks: { noiseRootCa: { publicKey: Buffer.from(server.root, 'hex'), serial: server.serial } },
      },
      silent,
    );
    listen();
    await client.connect();
  },
  code: async ({ phone }) => ({ code: await client.requestPairingCode(phone) }),
  send: async ({ to, kind, ...what }) => ({ id: (await client.sendMessage(to, contents[kind](what))).id }),
  read: ({ chat, id, participant }) =>
    client.sendReceipt({ to: chat, id, participant, type: 'read', t: String(Math.floor(Date.now() / 1000)) }),
  typing: ({ to, on }) =>
    client.sendNode({
      tag: 'chatstate',
      attrs: { to },
      content: [{ tag: on ? 'composing' : 'paused', attrs: {} }],
    }),
  watch: ({ to }) => client.sendNode({ tag: 'presence', attrs: { type: 'subscribe', to } }),
  logout: () => client.logout(),
  leave: () => client.disconnect(),
});
