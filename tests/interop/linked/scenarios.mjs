// SPDX-License-Identifier: GPL-3.0-or-later
// What two clients of any kind do with each other through the stand-in. Each scenario is a sentence and a
// function of {server, a, b}, where a is the client under test and b its peer; both are linked. It throws, or
// returns false, where the sentence is not true.
const has = (told, wanted) => Object.entries(wanted).every(([name, value]) => told[name] === value);

// From sends to to, and it arrives as it was meant.
async function say(from, to, what, { chat = to.jid } = {}) {
  const { id } = await from.ask('send', { to: chat, ...what });
  const told = await to.wait('message', (event) => event.id === id);
  return { id, told };
}

async function textAndReceipts(from, to) {
  const { id, told } = await say(from, to, { kind: 'text', text: 'Good morning ☀️, שלום, مرحبا' });
  if (told.text !== 'Good morning ☀️, שלום, مرحبا' || told.fromMe) throw new Error(JSON.stringify(told));
  await from.wait('receipt', (event) => event.id === id && event.type === 'delivered');
  await to.ask('read', { chat: told.chat, id });
  await from.wait('receipt', (event) => event.id === id && event.type === 'read');
}

// A reaction, an edit, a revocation: each points at a message sent before.
async function pointing(from, to, kind, more) {
  const own = kind === 'edit' || kind === 'revoke';
  const author = own ? from : to,
    reader = own ? to : from;
  const first = await say(author, reader, { kind: 'text', text: 'the first' });
  const target = { chat: to.jid, id: first.id, fromMe: own };
  const { told } = await say(from, to, { kind, target, ...more });
  if (!has(told, { kind, target: first.id, ...more })) throw new Error(JSON.stringify(told));
}

async function quote(from, to) {
  const first = await say(to, from, { kind: 'text', text: 'When?' });
  const { told } = await say(from, to, {
    kind: 'quote',
    text: 'At ten.',
    target: first.id,
    author: to.jid,
    quoted: 'When?',
  });
  return has(told, { kind: 'quote', text: 'At ten.', target: first.id });
}

const place = { kind: 'location', latitude: 52.5, longitude: 13.25, name: 'Salon' };
const card = { kind: 'contact', name: 'Bea', phone: '4915199999999' };

async function pingPong(a, b, rounds) {
  for (let n = 0; n < rounds; n++) {
    const [from, to] = n % 2 ? [b, a] : [a, b],
      { told } = await say(from, to, { kind: 'text', text: `ball ${n}` });
    if (told.text !== `ball ${n}`) throw new Error(JSON.stringify(told));
  }
}

async function corrupted(server, from, to) {
  await say(from, to, { kind: 'text', text: 'before' });
  await server.ask('fault', { what: 'corrupt', device: to.device });
  const { told } = await say(from, to, { kind: 'text', text: 'asked for again' });
  if (told.text !== 'asked for again') throw new Error(JSON.stringify(told));
  return (await say(to, from, { kind: 'text', text: 'after' })).told.text === 'after';
}

async function outOfOrder(server, from, to) {
  await say(from, to, { kind: 'text', text: 'in order' });
  await server.ask('fault', { what: 'swap', device: to.device });
  const first = await from.ask('send', { to: to.jid, kind: 'text', text: 'first' });
  const second = await from.ask('send', { to: to.jid, kind: 'text', text: 'second' });
  const told = [
    await to.wait('message', ({ id }) => id === first.id),
    await to.wait('message', ({ id }) => id === second.id),
  ];
  return told[0].text === 'first' && told[1].text === 'second';
}

async function duplicate(server, from, to) {
  await server.ask('fault', { what: 'duplicate', device: to.device });
  await say(from, to, { kind: 'text', text: 'twice on the wire' });
  await say(from, to, { kind: 'text', text: 'the next' });
  return !to.events.some(({ event, text }) => event === 'message' && text === 'twice on the wire');
}

async function group(server, from, to, mode) {
  const { jid } = await server.ask('group', {
    creator: from.phone,
    members: [to.phone],
    subject: `Team ${mode}`,
    mode,
  });
  const { id, told } = await say(from, to, { kind: 'text', text: 'to all' }, { chat: jid });
  if (told.chat !== jid || told.text !== 'to all') throw new Error(JSON.stringify(told));
  await from.wait('receipt', (event) => event.id === id);
  const back = await say(to, from, { kind: 'text', text: 'from one' }, { chat: jid });
  const again = await say(from, to, { kind: 'text', text: 'again' }, { chat: jid });
  return back.told.text === 'from one' && again.told.text === 'again';
}

async function corruptedGroup(server, from, to) {
  const { jid } = await server.ask('group', {
    creator: from.phone,
    members: [to.phone],
    subject: 'Noise',
    mode: 'lid',
  });
  await say(from, to, { kind: 'text', text: 'before' }, { chat: jid });
  await server.ask('fault', { what: 'corrupt', device: to.device });
  const { told } = await say(from, to, { kind: 'text', text: 'asked for again' }, { chat: jid });
  return (
    told.text === 'asked for again' &&
    (await say(from, to, { kind: 'text', text: 'after' }, { chat: jid })).told.text === 'after'
  );
}

// Someone joins, and reads what is said from then on; someone leaves, and is not written to any more.
async function groupChanges(server, a, b, fresh) {
  const { jid } = await server.ask('group', {
    creator: a.phone,
    members: [b.phone],
    subject: 'Door',
    mode: 'lid',
  });
  await say(a, b, { kind: 'text', text: 'to two' }, { chat: jid });
  const third = await fresh();
  await server.ask('group-change', { group: jid, what: 'add', phone: third.phone });
  await server.ask('settled', { phones: [a.phone, b.phone] });
  const { id } = await say(a, b, { kind: 'text', text: 'to three' }, { chat: jid });
  const joined = await third.wait('message', (event) => event.id === id);
  await server.ask('group-change', { group: jid, what: 'remove', phone: third.phone });
  await server.ask('settled', { phones: [a.phone, b.phone] });
  return (
    joined.text === 'to three' &&
    (await say(a, b, { kind: 'text', text: 'to two again' }, { chat: jid })).told.text === 'to two again'
  );
}

async function flood(server, from, to, count) {
  const { ids } = await server.ask('phone-floods', { phone: from.phone, to: to.jid, text: 'flood', count });
  for (const id of ids) await to.wait('message', (event) => event.id === id);
  for (const id of ids) await from.wait('message', (event) => event.id === id && event.fromMe);
}

async function presence(a, b) {
  await a.ask('watch', { to: b.jid });
  return (await a.wait('presence', ({ state }) => state === 'available')).state === 'available';
}

async function ownPhone(server, a, b) {
  const { id } = await say(a, b, { kind: 'text', text: 'seen on the phone' });
  const { inbox, failures } = await server.ask('phone-heard', { phone: a.phone, id });
  const other = await server.ask('phone-heard', { phone: b.phone, id });
  if (failures.length || other.failures.length) throw new Error(JSON.stringify([failures, other.failures]));
  return (
    inbox.some((one) => one.id === id && one.fromMe && one.text === 'seen on the phone') &&
    other.inbox.some((one) => one.id === id && !one.fromMe)
  );
}

async function phoneTypes(server, a, b, form) {
  const { id } = await server.ask('phone-says', {
    phone: a.phone,
    to: b.jid,
    text: 'typed by hand',
    server: form,
  });
  const there = await b.wait('message', (event) => event.id === id),
    here = await a.wait('message', (event) => event.id === id);
  return there.text === 'typed by hand' && !there.fromMe && here.text === 'typed by hand' && here.fromMe;
}

async function away(server, a, b) {
  await server.ask('fault', { what: 'drop', device: a.device });
  const texts = ['while away 1', 'while away 2', 'while away 3'];
  for (const text of texts) await b.ask('send', { to: a.jid, kind: 'text', text });
  for (const text of texts) await a.wait('message', (event) => event.text === text);
}

async function comesBack(server, a, b, fault) {
  await server.ask('fault', fault);
  await a.wait('open');
  return (await say(b, a, { kind: 'text', text: 'back again' })).told.text === 'back again';
}

async function withoutOneTimeKey(server, a, b, fresh) {
  await server.ask('no-one-time-keys', { device: a.device });
  const { told } = await say(await fresh(), a, { kind: 'text', text: 'no one-time key' });
  await server.ask('no-one-time-keys', { device: a.device, on: false });
  return told.text === 'no one-time key';
}

async function typing(a, b) {
  await b.ask('typing', { to: a.jid, on: true });
  const told = await a.wait('presence', ({ state }) => state === 'composing');
  await b.ask('typing', { to: a.jid, on: false });
  return told.state === 'composing';
}

async function byLid(a, b) {
  const { told } = await say(a, b, { kind: 'text', text: 'to your LID' }, { chat: b.lid });
  const back = await say(b, a, { kind: 'text', text: 'to yours' }, { chat: a.lid });
  const number = await say(a, b, { kind: 'text', text: 'and to the number' });
  return (
    told.text === 'to your LID' && back.told.text === 'to yours' && number.told.text === 'and to the number'
  );
}

async function lost(server, from, to, count) {
  await say(from, to, { kind: 'text', text: 'before the gap' });
  await server.ask('fault', { what: 'lose', device: to.device, times: count });
  for (let n = 0; n < count; n++) await from.ask('send', { to: to.jid, kind: 'text', text: `lost ${n}` });
  const { told } = await say(from, to, { kind: 'text', text: 'after the gap' });
  return (
    told.text === 'after the gap' &&
    (await say(to, from, { kind: 'text', text: 'fine' })).told.text === 'fine'
  );
}

// The other side, and the own one, get a further companion; and lose it.
async function moreDevices(server, from, to, another) {
  await say(from, to, { kind: 'text', text: 'to one' });
  const other = await another(to),
    own = await another(from);
  const { id } = await say(from, to, { kind: 'text', text: 'to both' });
  const there = await other.wait('message', (event) => event.id === id),
    here = await own.wait('message', (event) => event.id === id);
  if (there.text !== 'to both' || there.fromMe || here.text !== 'to both' || !here.fromMe)
    throw new Error(JSON.stringify([there, here]));
  await server.ask('remove', { device: other.device });
  await server.ask('remove', { device: own.device });
  await other.wait('closed');
  return (await say(from, to, { kind: 'text', text: 'to one again' })).told.text === 'to one again';
}

// The other owner gets a new phone, and links a new companion.
async function newIdentity(server, a, fresh, another) {
  const stranger = await fresh();
  await say(a, stranger, { kind: 'text', text: 'to the old phone' });
  await server.ask('new-identity', { phone: stranger.phone });
  await stranger.wait('closed');
  const again = await another(stranger);
  const there = await say(a, again, { kind: 'text', text: 'to the new phone' });
  const back = await say(again, a, { kind: 'text', text: 'from the new phone' });
  return there.told.text === 'to the new phone' && back.told.text === 'from the new phone';
}

async function forgedPrekey(server, a, fresh) {
  const stranger = await fresh();
  await server.ask('forge-skey', { device: stranger.device });
  await a.ask('send', { to: stranger.jid, kind: 'text', text: 'must not go' }).catch(() => {});
  await server.ask('forge-skey', { device: stranger.device, on: false });
  await say(stranger, a, { kind: 'text', text: 'from the stranger' });
  return !stranger.events.some(({ text }) => text === 'must not go');
}

const allDelivered = (server, peers) => server.ask('settled', { phones: peers.map(({ phone }) => phone) });

export const SCENARIOS = [
  ['a text arrives, is delivered and is read', ({ a, b }) => textAndReceipts(a, b)],
  ['a text comes back, is delivered and is read', ({ a, b }) => textAndReceipts(b, a)],
  ['what is sent shows on the own phone and on the other’s', ({ server, a, b }) => ownPhone(server, a, b)],
  [
    'what is typed on the own phone shows on both sides',
    ({ server, a, b }) => phoneTypes(server, a, b, 'lid'),
  ],
  [
    'what is typed on the own phone shows on both sides, by phone number',
    ({ server, a, b }) => phoneTypes(server, a, b, 's.whatsapp.net'),
  ],
  ['a reaction points at its message', ({ a, b }) => pointing(a, b, 'reaction', { emoji: '👍' })],
  ['a reaction comes back', ({ a, b }) => pointing(b, a, 'reaction', { emoji: '❤️' })],
  ['a quote names what it answers', ({ a, b }) => quote(a, b)],
  ['a quote comes back', ({ a, b }) => quote(b, a)],
  ['an edit changes its message', ({ a, b }) => pointing(a, b, 'edit', { text: 'the second' })],
  ['an edit comes back', ({ a, b }) => pointing(b, a, 'edit', { text: 'the second' })],
  ['a message is taken back', ({ a, b }) => pointing(a, b, 'revoke', {})],
  ['a message is taken back on the other side', ({ a, b }) => pointing(b, a, 'revoke', {})],
  ['a place arrives', async ({ a, b }) => has((await say(a, b, place)).told, place)],
  ['a place comes back', async ({ a, b }) => has((await say(b, a, place)).told, place)],
  ['a contact arrives', async ({ a, b }) => has((await say(a, b, card)).told, card)],
  ['a contact comes back', async ({ a, b }) => has((await say(b, a, card)).told, card)],
  [
    '80 kB of text arrive whole',
    async ({ a, b }) =>
      (await say(a, b, { kind: 'text', text: 'é'.repeat(40000) })).told.text.length === 40000,
  ],
  ['40 texts go to and fro', ({ a, b }) => pingPong(a, b, 40)],
  ['two texts that change places are both read', ({ server, a, b }) => outOfOrder(server, b, a)],
  ['a text that comes twice is shown once', ({ server, a, b }) => duplicate(server, b, a)],
  ['a corrupted text is asked for again, and arrives', ({ server, a, b }) => corrupted(server, b, a)],
  ['a corrupted text is sent again', ({ server, a, b }) => corrupted(server, a, b)],
  ['a group talks, addressed by LID', ({ server, a, b }) => group(server, a, b, 'lid')],
  ['a group talks, addressed by phone number', ({ server, a, b }) => group(server, b, a, 'pn')],
  ['a contact is reached by LID, and a session moves from number to LID and back', ({ a, b }) => byLid(a, b)],
  ['40 lost texts do no harm to the next', ({ server, a, b }) => lost(server, b, a, 40)],
  [
    'a text goes to every companion of both, as they come and go',
    ({ server, a, b, another }) => moreDevices(server, a, b, another),
  ],
  [
    'texts go on after the other owner’s new phone',
    ({ server, a, fresh, another }) => newIdentity(server, a, fresh, another),
  ],
  ['nothing is sent on a forged prekey', ({ server, a, fresh }) => forgedPrekey(server, a, fresh)],
  [
    'a corrupted group text is asked for again, and arrives',
    ({ server, a, b }) => corruptedGroup(server, b, a),
  ],
  ['a corrupted group text is sent again', ({ server, a, b }) => corruptedGroup(server, a, b)],
  [
    'who joins a group reads it, who leaves does not',
    ({ server, a, b, fresh }) => groupChanges(server, a, b, fresh),
  ],
  ['60 texts typed on the other phone in one go are all read', ({ server, a, b }) => flood(server, b, a, 60)],
  ['who is there is seen', ({ a, b }) => presence(a, b)],
  ['who writes is seen', ({ a, b }) => typing(a, b)],
  [
    'a stranger writes where no one-time key is left',
    ({ server, a, b, fresh }) => withoutOneTimeKey(server, a, b, fresh),
  ],
  ['texts that came while the line was down are read', ({ server, a, b }) => away(server, a, b)],
  [
    'a 503 is followed by a new login',
    ({ server, a, b }) => comesBack(server, a, b, { what: '503', device: a.device }),
  ],
  [
    'a 515 is followed by a new login',
    ({ server, a, b }) => comesBack(server, a, b, { what: '515', device: a.device }),
  ],
  ['all that was delivered was acknowledged', ({ server, a, b }) => allDelivered(server, [a, b])],
];

export { say };
