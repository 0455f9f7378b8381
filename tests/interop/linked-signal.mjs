// SPDX-License-Identifier: GPL-3.0-or-later
// linked-signal.mjs PACKAGES SIGNAL-CLI: our end-to-end encryption and contents against those of Baileys and
// zapo-js, as TAP. Signatures are judged by curve25519-js: Baileys' own check accepts everything.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import contents from './linked-content.mjs';
import keys from './linked-keys.mjs';
import { loadPeers } from './linked-signal-peers.mjs';

const [, , packages, cli] = process.argv;
const { peers, proto, verify, sign, zapoPhash, paddings } = await loadPeers(packages);
const GROUP = '120363000000000001@g.us';
let number = 0;
let failed = 0;

function check(fine, name, detail) {
  number++;
  if (!fine) failed++;
  process.stdout.write(`${fine ? 'ok' : 'not ok'} ${number} ${name}\n`);
  if (!fine) process.stdout.write(`# ${JSON.stringify(detail ?? null)}\n`);
}

async function refuses(promise) {
  try {
    return { accepted: await promise };
  } catch (error) {
    return null;
  }
}

class Ours {
  constructor() {
    this.process = spawn(cli, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.waiting = [];
    createInterface({ input: this.process.stdout }).on('line', (line) => this.waiting.shift()(line.trim()));
    this.ended = new Promise((resolve) => this.process.on('exit', resolve));
  }

  ask(...words) {
    const text = words.map((word) =>
      (word instanceof Uint8Array ? Buffer.from(word).toString('hex') : String(word)) || '-');
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin.write(text.join(' ') + '\n');
    });
  }

  async bytes(...words) {
    return Buffer.from(await this.ask(...words), 'hex');
  }

  async bundle(withKey) {
    const w = (await this.ask('bundle', ...(withKey ? ['key'] : []))).split(' ');
    const hex = (n) => Buffer.from(w[n], 'hex');
    return { registration: Number(w[0]), identity: hex(1), signedId: Number(w[2]), signedKey: hex(3),
      signature: hex(4), ...(withKey && { keyId: Number(w[5]), key: hex(6) }) };
  }

  begin(user, device, b) {
    return this.ask('begin', user, device, b.registration, b.identity, b.signedId, b.signedKey, b.signature,
      ...(b.key ? [b.keyId, b.key] : []));
  }

  async encrypt(user, device, data) {
    const [type, sealed] = (await this.ask('encrypt', user, device, data)).split(' ');
    return { type, sealed: Buffer.from(sealed, 'hex') };
  }

  decrypt(user, device, { type, sealed }) {
    return this.ask('decrypt', user, device, type, sealed);
  }

  async end() {
    this.process.stdin.end();
    return this.ended;
  }
}

const hex = (data) => Buffer.from(data).toString('hex');
const utf8 = (text) => Buffer.from(text);

// Both know the session: the peer began it with our bundle, and we answered.
async function meet(ours, peer, withKey) {
  await peer.begin(await ours.bundle(withKey));
  const first = await peer.encrypt(utf8('hello'));
  const here = await ours.decrypt('22@lid', 3, first);
  const back = await ours.encrypt('22@lid', 3, utf8('hello too'));
  const there = await peer.decrypt(back.type, back.sealed);
  return first.type === 'pkmsg' && here === hex(utf8('hello')) && back.type === 'msg' &&
    hex(there) === hex(utf8('hello too'));
}

async function oneToOne(name, make) {
  for (const withKey of [true, false]) {
    const word = withKey ? 'with a one-time key' : 'without a one-time key';
    const ours = new Ours();
    const peer = await make('22:3@lid');
    check(await meet(ours, peer, withKey), `${name}: begins with our bundle ${word}`);
    await ours.end();

    const other = new Ours();
    const second = await make('22:3@lid');
    const began = await other.begin('22@lid', 3, await second.bundle(withKey));
    const first = await other.encrypt('22@lid', 3, utf8('hello'));
    check(began === '' && first.type === 'pkmsg' &&
      hex(await second.decrypt(first.type, first.sealed)) === hex(utf8('hello')),
    `${name}: we begin with its bundle ${word}`, { began, first });
    const back = await second.encrypt(utf8('hello too'));
    check(await other.decrypt('22@lid', 3, back) === hex(utf8('hello too')), `${name}: and read its answer ${word}`);
    await other.end();
  }
}

async function pingPong(ours, peer) {
  for (let n = 0; n < 200; n++) {
    const ping = await ours.encrypt('22@lid', 3, utf8(`ping ${n}`));
    if (hex(await peer.decrypt(ping.type, ping.sealed)) !== hex(utf8(`ping ${n}`))) return n;
    const pong = await peer.encrypt(utf8(`pong ${n}`));
    if (await ours.decrypt('22@lid', 3, pong) !== hex(utf8(`pong ${n}`))) return n;
  }
  return 200;
}

async function bothWays(name, make) {
  const ours = new Ours();
  const peer = await make('22:3@lid');
  await meet(ours, peer, true);
  check(await pingPong(ours, peer) === 200, `${name}: 200 messages each way, in turn`);

  const texts = [['80 kB', Buffer.alloc(80000, 'x')], ['emoji and right-to-left', utf8('👩‍👩‍👧 مرحبا 🇦🇪')]];
  for (const [word, data] of texts) {
    const to = await ours.encrypt('22@lid', 3, data);
    const from = await peer.encrypt(data);
    check(hex(await peer.decrypt(to.type, to.sealed)) === hex(data) &&
      await ours.decrypt('22@lid', 3, from) === hex(data), `${name}: ${word}, both ways`);
  }

  const sent = [];
  for (let n = 0; n < 5; n++) sent.push(await peer.encrypt(utf8(`late ${n}`)));
  const got = [];
  for (const n of [4, 0, 3, 1, 2]) got[n] = await ours.decrypt('22@lid', 3, sent[n]);
  check(got.every((text, n) => text === hex(utf8(`late ${n}`))), `${name}: what comes out of order is read`, got);
  check(await ours.decrypt('22@lid', 3, sent[2]) === '! duplicate', `${name}: what comes twice is a duplicate`);

  const mine = [];
  for (let n = 0; n < 4; n++) mine.push(await ours.encrypt('22@lid', 3, utf8(`late ${n}`)));
  const read = [];
  for (const n of [3, 1, 0, 2]) read[n] = hex(await peer.decrypt(mine[n].type, mine[n].sealed));
  check(read.every((text, n) => text === hex(utf8(`late ${n}`))), `${name}: it reads ours out of order`, read);

  const changed = await peer.encrypt(utf8('changed'));
  changed.sealed = Buffer.from(changed.sealed);
  changed.sealed[changed.sealed.length - 1] ^= 1;
  check(await ours.decrypt('22@lid', 3, changed) === '! bad-mac', `${name}: a changed bit is seen`);
  check(await ours.ask('move', '22@lid', '33@lid') === '1', `${name}: its session moves to another address`);
  const moved = await peer.encrypt(utf8('moved'));
  check(await ours.decrypt('33@lid', 3, moved) === hex(utf8('moved')), `${name}: and goes on there`);
  check(await ours.end() === 0, `${name}: and nothing leaks`);
}

async function farAhead(name, make) {
  const ours = new Ours();
  const peer = await make('22:3@lid');
  await meet(ours, peer, true);
  let last;
  for (let n = 0; n < 2002; n++) last = await peer.encrypt(utf8('lost'));
  check(await ours.decrypt('22@lid', 3, last) === '! gap', `${name}: more than 2,000 missing are a gap`);
  await ours.end();
}

async function group(name, make, keepsGroupKeys) {
  const ours = new Ours();
  const peer = await make('22:3@lid');
  await peer.accept(GROUP, await ours.bytes('distribute', GROUP, '11@lid', 5));
  const sealed = [];
  for (let n = 0; n < 5; n++) sealed.push(await ours.bytes('encrypt-group', GROUP, '11@lid', 5, utf8(`to all ${n}`)));
  const read = [];
  for (const n of keepsGroupKeys ? [1, 0, 2, 4, 3] : [0, 1, 2, 3, 4])
    read[n] = hex(await peer.decryptGroup(GROUP, sealed[n]));
  check(read.every((text, n) => text === hex(utf8(`to all ${n}`))),
    `${name}: the group reads us${keepsGroupKeys ? ', out of order too' : ''}`, read);
  const changed = Buffer.from(await ours.bytes('encrypt-group', GROUP, '11@lid', 5, utf8('changed')));
  changed[changed.length - 1] ^= 1;
  check(await refuses(peer.decryptGroup(GROUP, changed)) === null, `${name}: and refuses what was changed`);

  check(await ours.ask('accept', GROUP, '22@lid', 3, await peer.distribute(GROUP)) === '',
    `${name}: its sender key is taken`);
  const theirs = [];
  for (let n = 0; n < 5; n++) theirs.push(Buffer.from(await peer.encryptGroup(GROUP, utf8(`from it ${n}`))));
  const got = [];
  for (const n of [0, 3, 1, 4, 2]) got[n] = await ours.ask('decrypt-group', GROUP, '22@lid', 3, theirs[n]);
  check(got.every((text, n) => text === hex(utf8(`from it ${n}`))), `${name}: we read the group, out of order too`,
    got);
  check(await ours.ask('decrypt-group', GROUP, '22@lid', 3, theirs[1]) === '! duplicate',
    `${name}: what a group says twice is a duplicate`);
  const bad = Buffer.from(await peer.encryptGroup(GROUP, utf8('changed')));
  bad[bad.length - 1] ^= 1;
  check(await ours.ask('decrypt-group', GROUP, '22@lid', 3, bad) === '! bad-mac',
    `${name}: a wrong signature in a group is seen`);
  await ours.end();
}

async function signatures() {
  const ours = new Ours();
  const bundle = await ours.bundle(false);
  const typed = Buffer.concat([Buffer.from([5]), bundle.signedKey]);
  check(verify(bundle.identity, typed, bundle.signature), 'curve25519-js: our signed prekey is signed');
  const bad = Buffer.from(bundle.signature);
  bad[5] ^= 1;
  check(!verify(bundle.identity, typed, bad), 'curve25519-js: and the judge does judge');
  for (let n = 0; n < 20; n++) {
    const message = Buffer.alloc(n * 7, n);
    const signature = await ours.bytes('sign', message);
    if (verify(bundle.identity, message, signature)) continue;
    check(false, `curve25519-js: our signature over ${message.length} bytes`);
  }
  const pair = (await import('node:crypto')).generateKeyPairSync('x25519');
  const raw = (key, type) => key.export({ type, format: 'der' }).subarray(-32);
  const made = sign(raw(pair.privateKey, 'pkcs8'), utf8('it'), (await import('node:crypto')).randomBytes(64));
  check(await ours.ask('verify', raw(pair.publicKey, 'spki'), utf8('it'), made) === 'yes' &&
    await ours.ask('verify', raw(pair.publicKey, 'spki'), utf8('is'), made) === 'no',
  'curve25519-js: its signature is right to us, for its message alone');
  await ours.end();
}

async function surroundings() {
  const ours = new Ours();
  for (const [name, { add, remove }] of Object.entries(paddings)) {
    let fine = true;
    for (let n = 0; n < 40; n++) {
      const plain = Buffer.alloc(n, 7);
      fine &&= hex(remove(await ours.bytes('pad', plain))) === hex(plain);
      fine &&= await ours.ask('unpad', await add(plain)) === hex(plain);
    }
    check(fine, `${name}: padding comes off, both ways`);
  }
  const lists = [['49151@s.whatsapp.net'], ['22:12@lid', '49151@s.whatsapp.net', '49151:3@s.whatsapp.net', '22@lid'],
    ['111@lid', '1110@lid', '111:1@lid', '111:10@lid']];
  for (const list of lists) {
    const theirs = await zapoPhash(list);
    check(await ours.ask('phash', ...list) === theirs, `zapo-js: the hash of ${list.length} devices is ${theirs}`);
  }
  await ours.end();
}

await signatures();
await surroundings();
await contents({ Ours, proto, check });
await keys({ packages, Ours, check });
for (const { name, make, keepsGroupKeys } of peers) {
  await oneToOne(name, make);
  await bothWays(name, make);
  await farAhead(name, make);
  await group(name, make, keepsGroupKeys);
}
process.stdout.write(`1..${number}\n`);
process.exit(failed ? 1 : 0);
