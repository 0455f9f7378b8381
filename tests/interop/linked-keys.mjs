// SPDX-License-Identifier: GPL-3.0-or-later
// linked-keys.mjs: our keys and receipts as nodes, read by Baileys' codec and zapo-js' parsers, and the nodes
// that zapo-js builds, read by us.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const AT = '1763712000';
const bytes = (number, size) => Buffer.from(number.toString(16).padStart(2 * size, '0'), 'hex');
const child = (node, tag) => node.content.find((one) => one.tag === tag);
const hex = (data) => Buffer.from(data).toString('hex');
const same = (one, two) => JSON.stringify(one) === JSON.stringify(two);

async function loadTools(packages) {
  const require = createRequire(packages + '/');
  const zapo = (path) => require(`${packages}/node_modules/zapo-js/dist/${path}`);
  const { decodeBinaryNode, encodeBinaryNode } = await import(
    pathToFileURL(`${packages}/node_modules/baileys/lib/WABinary/index.js`));
  return {
    verify: require('curve25519-js').verify,
    read: async (frame) => decodeBinaryNode(Buffer.from(frame, 'hex')),
    write: (node) => encodeBinaryNode(node),
    parseRetry: zapo('retry/parse.js').parseRetryReceiptRequest,
    buildRetry: zapo('transport/node/builders/retry.js').buildRetryReceiptNode,
    buildReceipt: zapo('transport/node/builders/global.js').buildReceiptNode,
    SessionApi: zapo('signal/api/SignalSessionSyncApi.js').SignalSessionSyncApi,
  };
}

async function uploads(ours, tools, check) {
  const node = await tools.read(await ours.ask('upload', 3));
  const { attrs } = node;
  check(node.tag === 'iq' && attrs.xmlns === 'encrypt' && attrs.type === 'set', 'an upload is for the server', attrs);
  const skey = child(node, 'skey');
  const typed = Buffer.concat([Buffer.from([5]), child(skey, 'value').content]);
  check(child(node, 'registration').content.length === 4 && hex(child(node, 'type').content) === '05' &&
    child(skey, 'id').content.length === 3 &&
    tools.verify(child(node, 'identity').content, typed, child(skey, 'signature').content),
  'its signed prekey is signed by its identity');
  const ids = child(node, 'list').content.map((key) => hex(child(key, 'id').content));
  check(same(ids, ['000001', '000002', '000003']), 'and its one-time keys have ids of three bytes', ids);
  return node;
}

async function digests(ours, tools, upload, check) {
  const value = (node, tag) => child(node, tag).content;
  const skey = child(upload, 'skey');
  const list = child(upload, 'list').content;
  const hash = createHash('sha1').update(value(upload, 'identity')).update(value(skey, 'value'))
    .update(value(skey, 'signature'));
  for (const key of list) hash.update(value(key, 'value'));
  const answer = (sum) => ({ tag: 'iq', attrs: { type: 'result' }, content: [{ tag: 'digest', attrs: {}, content: [
    child(upload, 'registration'), child(upload, 'type'), child(upload, 'identity'), skey,
    { tag: 'list', attrs: {}, content: list.map((key) => child(key, 'id')) },
    { tag: 'hash', attrs: {}, content: sum }] }] });
  const right = hash.digest();
  const wrong = Buffer.from(right);
  wrong[0] ^= 1;
  check(await ours.ask('digest', tools.write(answer(right))) === 'ours', 'a digest of our keys is ours');
  check(await ours.ask('digest', tools.write(answer(wrong))) === 'other', 'another is not');
  const rotated = await tools.read(await ours.ask('rotate'));
  check(child(child(rotated, 'rotate'), 'skey').content.length === 3, 'a rotation has the new signed prekey alone');
  check(await ours.ask('digest', tools.write(answer(right))) === 'other', 'and after it the digest is another');
}

// What a server gives of one device.
function makeUser(jid, withKey) {
  const key = (tag, more) => ({ tag, attrs: {}, content: [
    { tag: 'id', attrs: {}, content: bytes(7, 3) },
    { tag: 'value', attrs: {}, content: Buffer.alloc(32, 8) }, ...more] });
  return { tag: 'user', attrs: { jid }, content: [
    { tag: 'registration', attrs: {}, content: bytes(4711, 4) }, { tag: 'type', attrs: {}, content: bytes(5, 1) },
    { tag: 'identity', attrs: {}, content: Buffer.alloc(32, 6) },
    key('skey', [{ tag: 'signature', attrs: {}, content: Buffer.alloc(64, 9) }]),
    ...(withKey ? [key('key', [])] : [])] };
}

async function bundles(ours, tools, check) {
  const asked = await tools.read(await ours.ask('fetch', '22:3@lid', '33@lid'));
  check(same(child(asked, 'key').content.map((user) => user.attrs.jid), ['22:3@lid', '33@lid']),
    'bundles are asked for', asked);
  const answer = { tag: 'iq', attrs: { type: 'result', from: 's.whatsapp.net' }, content: [{ tag: 'list', attrs: {},
    content: [makeUser('22:3@lid', true), makeUser('33@lid', false),
      { tag: 'user', attrs: { jid: '44@lid' }, content: [{ tag: 'error', attrs: { code: '406', text: 'no' } }] }] }] };
  const words = (await ours.ask('offers', tools.write(answer))).split(' ');
  const [identity, key, signature] = ['06', '08', '09'].map((byte, n) => byte.repeat(n === 2 ? 64 : 32));
  check(same(words, ['22:3@lid', '0', '4711', identity, '7', key, signature, '7',
    '33@lid', '0', '4711', identity, '7', key, signature, '0', '44@lid', '406']),
  'bundles are read, one without a key', words);
  const low = { tag: 'notification', attrs: { type: 'encrypt', from: 's.whatsapp.net' },
    content: [{ tag: 'count', attrs: { value: '4' } }] };
  check(await ours.ask('count', tools.write(low)) === '4', 'the server says how many are left');
}

async function retries(ours, tools, check) {
  const read = async (...words) => {
    const node = await tools.read(await ours.ask('retry', ...words));
    node.attrs.from = node.attrs.to;
    return tools.parseRetry(node);
  };
  const first = await read('3EB0AA', '22:3@lid', '-', 1, 7);
  check(first.originalMsgId === '3EB0AA' && first.retryCount === 1 && first.retryReason === 7 && first.t === AT &&
    !first.keyBundle, 'zapo-js: our first retry receipt has no keys', first);
  const second = await read('3EB0AA', '1@g.us', '22:3@lid', 2, 1, 'aabb');
  check(second.keyBundle.identity.length === 32 && second.keyBundle.skey.id === 2 && second.keyBundle.key.id === 1 &&
    hex(second.keyBundle.deviceIdentity) === 'aabb' && second.participant === '22:3@lid',
  'zapo-js: our second one brings them', second);
  const keys = { identity: Buffer.alloc(32, 6), deviceIdentity: Buffer.from([1]),
    skey: { id: 7, publicKey: Buffer.alloc(32, 8), signature: Buffer.alloc(64, 9) } };
  const theirs = tools.buildRetry({ stanzaId: '3EB0BB', originalMsgId: '3EB0BB', to: '11:5@lid', t: AT, retryCount: 2,
    error: 4, registrationId: 4711, keys });
  theirs.attrs.from = '22:3@lid';
  const words = (await ours.ask('read-retry', tools.write(theirs))).split(' ');
  check(same(words, ['3EB0BB', '22:3@lid', '-', '2', '4', AT, '4711', '06'.repeat(32), '7', '08'.repeat(32),
    '09'.repeat(64), '0']), 'zapo-js: we read its retry receipt', words);
}

async function receipts(ours, tools, check) {
  const read = await tools.read(await ours.ask('receipt', 2, '22@lid', '-', '3EB0AA', '3EB0BB', '3EB0CC'));
  check(read.attrs.type === 'read' && read.attrs.id === '3EB0AA' && read.attrs.to === '22@lid' && read.attrs.t === AT &&
    same(child(read, 'list').content.map((item) => item.attrs.id), ['3EB0BB', '3EB0CC']),
  'one receipt for three messages', read);
  const delivered = await tools.read(await ours.ask('receipt', 0, '1@g.us', '22:3@lid', '3EB0AA'));
  check(delivered.attrs.type === undefined && delivered.attrs.participant === '22:3@lid',
    'delivered has no type', delivered);
  for (const [type, word] of [[undefined, '0 delivered'], ['read', '2 read'], ['played', '3 played'], ['sender', '4 -'],
    ['read-self', '5 -'], ['server-error', '9 failed'], ['new-thing', '11 -']]) {
    const node = { tag: 'receipt', attrs: { id: '3EB0AA', from: '22:3@lid', t: AT, ...(type && { type }) },
      content: [{ tag: 'list', attrs: {}, content: [{ tag: 'item', attrs: { id: '3EB0BB' } }] }] };
    const seen = await ours.ask('read-receipt', tools.write(node));
    check(seen === `${word} 22:3@lid - 3EB0AA 3EB0BB`, `a receipt “${type ?? ''}” is ${word}`, seen);
  }
}

export default async function keys({ packages, Ours, check }) {
  const tools = await loadTools(packages);
  const ours = new Ours();
  const upload = await uploads(ours, tools, check);
  await digests(ours, tools, upload, check);
  await bundles(ours, tools, check);
  await retries(ours, tools, check);
  await receipts(ours, tools, check);
  check(await ours.end() === 0, 'keys and receipts leak nothing');
}
