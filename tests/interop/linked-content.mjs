// SPDX-License-Identifier: GPL-3.0-or-later
// linked-content.mjs: messages as Baileys' whole definitions encode them, read by us, and ours read by those.
const CHAT = '22@lid';
const KEY = { remoteJid: CHAT, fromMe: true, id: '3EB0AA', participant: '11@lid' };
const text = (hex) => hex === '-' ? null : Buffer.from(hex, 'hex').toString();

async function read(ours, proto, message, own = 'other') {
  const bytes = Buffer.from(proto.Message.encode(proto.Message.create(message)).finish());
  const line = await ours.ask('read', bytes, own);
  if (line.startsWith('!')) return { failed: line };
  const w = line.split(' ');
  return { what: w[0], kind: w[1], text: text(w[2]), body: JSON.parse(text(w[3]) ?? '{}'), about: text(w[4]),
    id: text(w[5]), chat: text(w[6]), author: text(w[7]), own: w[8] === 'own', to: text(w[9]), group: text(w[10]),
    file: text(w[11]) };
}

const QUOTE = { stanzaId: '3EB0BB', participant: '33@lid', quotedMessage: { conversation: 'before' } };
const FILE = { mimetype: 'image/jpeg', fileSha256: Buffer.alloc(32, 1), fileEncSha256: Buffer.alloc(32, 2),
  mediaKey: Buffer.alloc(32, 3), fileLength: 1234, directPath: '/v/t62/x' };
const CARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nitem1.TEL;waid=971500000002:+971 50 000 0002\nEND:VCARD';

// What comes in, what must be seen of it, and whether it came from a device of ours.
const INCOMING = [
  ['a text', { conversation: 'hello 👋' }, { what: 'said', kind: 'text', text: 'hello 👋' }],
  ['a quote', { extendedTextMessage: { text: 'yes', contextInfo: QUOTE } },
    { kind: 'text', text: 'yes', about: '3EB0BB', author: '33@lid' }],
  ['a forwarded text', { extendedTextMessage: { text: 'news', contextInfo: { isForwarded: true } } },
    { kind: 'text', body: { forwarded: true } }],
  ['a disappearing text', { ephemeralMessage: { message: { extendedTextMessage: { text: 'soon' } } } },
    { kind: 'text', text: 'soon' }],
  ['a view-once image', { viewOnceMessageV2: { message: { imageMessage: { ...FILE, caption: 'look' } } } },
    { kind: 'image', text: 'look', file: '01'.repeat(32) }],
  ['a document with a caption', { documentWithCaptionMessage: { message: { documentMessage: {
    ...FILE, fileName: '../a.pdf', caption: 'the plan' } } } }, { kind: 'document', text: 'the plan' }],
  ['a voice note', { audioMessage: { ...FILE, ptt: true } }, { kind: 'voice' }],
  ['a place', { locationMessage: { degreesLatitude: 25.2, degreesLongitude: 55.3, name: 'Creek', address: 'Dubai' } },
    { kind: 'location', text: 'Creek\nDubai',
      body: { latitude: 25.2, longitude: 55.3, name: 'Creek', address: 'Dubai' } }],
  ['a card', { contactMessage: { displayName: 'Anna', vcard: CARD } },
    { kind: 'contacts', text: 'Anna', body: { contacts: [{ name: 'Anna', phones: ['+971 50 000 0002'] }] } }],
  ['two cards', { contactsArrayMessage: { contacts: [{ displayName: 'Anna', vcard: CARD }, { displayName: 'Ben' }] } },
    { kind: 'contacts', text: 'Anna, Ben' }],
  ['a reaction', { reactionMessage: { key: KEY, text: '👍', senderTimestampMs: 5 } },
    { kind: 'reaction', text: '👍', about: '3EB0AA', own: true, body: { emoji: '👍' } }],
  ['a reaction taken back', { reactionMessage: { key: KEY, text: '' } }, { kind: 'reaction', body: { emoji: '' } }],
  ['an edit', { protocolMessage: { key: KEY, type: 14, editedMessage: { conversation: 'better' }, timestampMs: 1 } },
    { what: 'edit', kind: 'text', text: 'better', id: '3EB0AA' }],
  ['a wrapped edit', { editedMessage: { message: { protocolMessage: {
    key: KEY, type: 14, editedMessage: { extendedTextMessage: { text: 'better', contextInfo: QUOTE } } } } } },
  { what: 'edit', text: 'better', id: '3EB0AA', about: '3EB0BB' }],
  ['a revoke', { protocolMessage: { key: KEY, type: 0 } }, { what: 'revoke', id: '3EB0AA', chat: CHAT }],
  ['history to fetch', { protocolMessage: { type: 5, historySyncNotification: { syncType: 0 } } },
    { what: 'protocol' }],
  ['a sender key alone', { senderKeyDistributionMessage: {
    groupId: '1@g.us', axolotlSenderKeyDistributionMessage: Buffer.alloc(9, 1) } },
  { what: 'nothing', group: '1@g.us' }],
  ['a sender key with a text', { conversation: 'hi', senderKeyDistributionMessage: {
    groupId: '1@g.us', axolotlSenderKeyDistributionMessage: Buffer.alloc(9, 1) } },
  { what: 'said', text: 'hi', group: '1@g.us' }],
  ['what our phone said', { deviceSentMessage: {
    destinationJid: '33@lid', message: { conversation: 'from the phone' } } },
  { what: 'said', text: 'from the phone', to: '33@lid' }, 'own'],
  ['what a stranger says our phone said', { deviceSentMessage: {
    destinationJid: '33@lid', message: { conversation: 'x' } } },
  { what: 'nothing', text: null, to: null }],
  ['a choice of a list', { listResponseMessage: { title: 'Cut', description: '30 min', singleSelectReply: {
    selectedRowId: 'cut' } } }, { kind: 'choice', text: 'Cut', body: { id: 'cut', description: '30 min' } }],
  ['a button', { buttonsResponseMessage: { selectedButtonId: 'yes', selectedDisplayText: 'Yes' } },
    { kind: 'choice', text: 'Yes', body: { id: 'yes' } }],
  ['a poll, which we do not know', { pollCreationMessage: { name: 'When?', options: [{ optionName: 'now' }] } },
    { what: 'said', kind: 'unsupported' }],
];

const matches = (seen, wanted) => Object.entries(wanted).every(([name, value]) =>
  JSON.stringify(seen[name]) === JSON.stringify(value));

async function incoming(ours, proto, check) {
  for (const [name, message, wanted, own] of INCOMING) {
    const seen = await read(ours, proto, message, own);
    check(matches(seen, wanted), `we read ${name}`, seen);
  }
  const poll = await read(ours, proto, { pollCreationMessage: { name: 'When?' } });
  const kept = proto.Message.decode(Buffer.from(poll.body.message.protobuf, 'base64'));
  check(kept.pollCreationMessage.name === 'When?', 'what we do not know is kept whole');
  let deep = { conversation: 'bottom' };
  for (let n = 0; n < 40; n++) deep = { ephemeralMessage: { message: deep } };
  check((await read(ours, proto, deep)).failed === '! malformed', 'what is wrapped in forty others is refused');
}

const hex = (string) => Buffer.from(string).toString('hex') || '00';

async function outgoing(ours, proto, check) {
  const write = async (...words) => proto.Message.decode(await ours.bytes('write', ...words));
  const about = ['3EB0BB', CHAT, '33@lid', 'other'];
  check((await write('text', hex('hello 👋'), '')).conversation === 'hello 👋', 'a text of ours is a conversation');
  const quote = (await write('text', hex('yes'), hex('{}'), ...about)).extendedTextMessage;
  check(quote.text === 'yes' && quote.contextInfo.stanzaId === '3EB0BB' && quote.contextInfo.participant === '33@lid' &&
    quote.contextInfo.quotedMessage.conversation === '', 'a quote of ours names what it quotes', quote);
  const link = (await write('text', hex('see https://example.org/a?b=1 now'), '')).extendedTextMessage;
  check(link.matchedText === 'https://example.org/a?b=1' && link.text === 'see https://example.org/a?b=1 now',
    'a text of ours with a link names the link', link);
  const place = (await write('location', '', hex('{"latitude":25.2,"longitude":55.3,"name":"Creek"}'))).locationMessage;
  check(place.degreesLatitude === 25.2 && place.degreesLongitude === 55.3 && place.name === 'Creek',
    'a place of ours', place);
  const card = (await write('contacts', '', hex('{"contacts":[{"name":"Anna, PhD","phones":["+971 50 000 0002"]}]}')))
    .contactMessage;
  check(card.displayName === 'Anna, PhD' && card.vcard.includes('FN:Anna\\, PhD') &&
    card.vcard.includes('waid=971500000002:+971 50 000 0002'), 'a card of ours', card);
  const cards = (await write('contacts', '', hex('{"contacts":[{"name":"A"},{"name":"B"}]}'))).contactsArrayMessage;
  check(cards.contacts.length === 2 && cards.contacts[1].displayName === 'B', 'two cards of ours', cards);
  const reaction = (await write('reaction', '', hex('{"emoji":"👍"}'), ...about)).reactionMessage;
  check(reaction.text === '👍' && reaction.key.id === '3EB0BB' && reaction.key.fromMe === false &&
    reaction.key.remoteJid === CHAT && Number(reaction.senderTimestampMs) === 1000, 'a reaction of ours', reaction);
  check(await ours.ask('write', 'list', '', '') === '! refused', 'a list of ours is refused');
}

async function around(ours, proto, check) {
  const decode = async (...words) => proto.Message.decode(await ours.bytes(...words));
  const plain = await ours.bytes('write', 'text', hex('hello'), '');
  const target = ['3EB0AA', CHAT, '11@lid', 'own'];
  const edit = (await decode('edit', plain, ...target)).protocolMessage;
  check(edit.type === 14 && edit.key.id === '3EB0AA' && edit.key.fromMe &&
    edit.editedMessage.conversation === 'hello' && Number(edit.timestampMs) === 1000, 'an edit of ours', edit);
  const revoke = (await decode('revoke', ...target)).protocolMessage;
  check(revoke.type === 0 && revoke.key.id === '3EB0AA' && revoke.key.fromMe, 'a revoke of ours', revoke);
  const sent = (await decode('sent', plain, '33@lid', '2:abcdefgh')).deviceSentMessage;
  check(sent.destinationJid === '33@lid' && sent.phash === '2:abcdefgh' && sent.message.conversation === 'hello',
    'what we said, for our other devices', sent);
  const key = await decode('key', plain, '1@g.us', Buffer.alloc(9, 4));
  check(key.conversation === 'hello' && key.senderKeyDistributionMessage.groupId === '1@g.us' &&
    key.senderKeyDistributionMessage.axolotlSenderKeyDistributionMessage.length === 9, 'a sender key of ours', key);
}

export default async function contents({ Ours, proto, check }) {
  const ours = new Ours();
  await incoming(ours, proto, check);
  await outgoing(ours, proto, check);
  await around(ours, proto, check);
  check(await ours.end() === 0, 'contents leak nothing');
}
