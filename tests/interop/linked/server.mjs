// SPDX-License-Identifier: GPL-3.0-or-later
// server.mjs [WA-WIRE]: the stand-in for WhatsApp's servers. One line of JSON in is one command, one line out
// is its answer, with the command's number (call); the first line out says where the server listens. It ends
// with its input.
import http from 'node:http';
import readline from 'node:readline';
import { load } from './packages.mjs';
import { addAccount } from './accounts.mjs';
import { WRONG_CHAINS } from './certificate.mjs';
import { changeIdentity, removeDevice } from './devices.mjs';
import { inject } from './faults.mjs';
import { HOSTILE } from './hostile.mjs';
import { drainPrekeys } from './keys.mjs';
import { changeGroup, createGroup, renameGroup } from './groups.mjs';
import { make } from './node.mjs';
import { offerPairing, scanQr, typeCode } from './pairing.mjs';
import { deliver } from './router.mjs';
import { readRules } from './rules.mjs';
import { Session } from './session.mjs';
import { letGo, makeReady } from './stream.mjs';
import { ITSELF, nowS, World } from './world.mjs';

const {
  default: { WebSocketServer },
} = await load('ws');
const world = new World();
world.rules = readRules(process.argv[2]);
if (process.env.KONTOR_LINKED_TRACE) world.trace = (line) => process.stderr.write(line + '\n');

const accountOf = (phone) => {
  const account = world.accounts.get(phone);
  if (!account) throw new Error(`no account ${phone}`);
  return account;
};
const deviceOf = (name) => {
  const device = world.allDevices().find((one) => one.name === name);
  if (!device) throw new Error(`no device ${name}`);
  return device;
};
const groupOf = (jid) =>
  world.groups.get(jid) ??
  (() => {
    throw new Error(`no group ${jid}`);
  })();
const tell = (device) => ({
  name: device.name,
  jid: device.jid(),
  lid: device.jid('lid'),
  connected: !!device.link?.ready,
  logins: device.logins ?? 0,
  prekeys: device.prekeys.size,
  waiting: device.waiting.size,
  available: device.available,
  skey: device.skey?.id,
});

const commands = {
  account: async (given) => ({ jid: (await addAccount(world, given)).jid() }),
  scan: async ({ phone, text, forge }) => tell(await scanQr(world, accountOf(phone), text, { forge })),
  code: async ({ phone, code }) => tell(await typeCode(world, accountOf(phone), code)),
  'new-refs': () => {
    for (const session of world.sessions) if (session.pairing) offerPairing(session, session.pairing.data);
  },
  devices: ({ phone }) => [...accountOf(phone).devices.values()].map(tell),
  accounts: () =>
    [...world.accounts.values()].map((account) => ({
      phone: account.phone,
      jid: account.jid(),
      lid: account.jid('lid'),
      name: account.name,
      devices: [...account.devices.values()].map(tell),
    })),
  'phone-says': async ({ phone, to, text, server }) => ({
    id: await accountOf(phone).phoneSim.sendText(to, text, server),
  }),
  'phone-floods': async ({ phone, to, text, count, server }) => {
    const ids = [];
    for (let n = 1; n <= count; n++)
      ids.push(await accountOf(phone).phoneSim.sendText(to, `${text} ${n}`, server));
    return { ids };
  },
  'phone-heard': async ({ phone, id }) => {
    const sim = accountOf(phone).phoneSim,
      heard = () => [...sim.inbox, ...sim.failures].some((one) => one.id === id);
    if (id) await world.until(heard);
    return { inbox: sim.inbox, failures: sim.failures, receipts: sim.receipts };
  },
  remove: async ({ device }) => {
    await removeDevice(world, deviceOf(device));
  },
  'new-identity': ({ phone }) => changeIdentity(world, accountOf(phone)),
  'no-one-time-keys': ({ device, on = true }) => {
    deviceOf(device).withoutOneTimeKeys = on;
  },
  'forge-skey': ({ device, on = true }) => {
    deviceOf(device).forgeSkey = on;
  },
  privacy: ({ phone, ...settings }) => {
    accountOf(phone).privacy = settings.settings;
  },
  group: ({ creator, members, subject, mode }) => ({
    jid: createGroup(world, accountOf(creator), members.map(accountOf), subject, mode).jid,
  }),
  'group-change': ({ group, what, phone }) => changeGroup(world, groupOf(group), what, accountOf(phone)),
  'group-name': ({ group, subject }) => renameGroup(world, groupOf(group), subject),
  fault: (given) => inject(world, given),
  hostile: ({ what, device }) => {
    if (!HOSTILE[what]) throw new Error(`nothing hostile is called ${what}`);
    HOSTILE[what](deviceOf(device).link);
  },
  'wrong-chain': ({ chain, fine }) => {
    if (chain && !WRONG_CHAINS.includes(chain)) throw new Error(`no chain is called ${chain}`);
    Object.assign(world, { wrongChain: chain, wrongChainIsFine: fine });
  },
  gone: ({ device }) => world.until(() => !world.allDevices().some(({ name }) => name === device)),
  handshakes: () => ({ refused: world.refusals }),
  refused: ({ more }) => world.until(() => world.refusals > more),
  settled: ({ phones }) =>
    world.until(() =>
      phones
        .flatMap((phone) => [...accountOf(phone).devices.values()])
        .every((device) => !device.waiting.size),
    ),
  'drain-prekeys': async ({ device: name, leave }) => {
    const device = deviceOf(name);
    drainPrekeys(world, device, leave);
    await world.until(() => device.prekeys.size > leave);
    return tell(device);
  },
  // Nobody is told that devices or members came and went.
  quiet: ({ on = true }) => {
    world.quiet = on;
  },
  'ask-passkey': () => {
    for (const session of world.sessions)
      if (!session.device)
        session.send(
          make('notification', {
            from: ITSELF,
            type: 'passkey_prologue_request',
            id: world.id('N'),
            t: nowS(),
          }),
        );
  },
  'give-token': ({ phone, device, token }) =>
    deliver(
      world,
      deviceOf(device),
      make('notification', { from: accountOf(phone).jid(), type: 'privacy_token', id: world.id('N'), t: nowS() }, [
        make('tokens', {}, [make('token', { type: 'trusted_contact', t: nowS() }, Buffer.from(token, 'hex'))]),
      ]),
    ),
  tokens: ({ phone }) => ({ given: accountOf(phone).tokens ?? [], shown: accountOf(phone).shownTokens ?? [] }),
  'oldest-revision': ({ revision }) => {
    world.oldestRevision = revision;
  },
  ready: async ({ device: name, phones, ...what }) => {
    const device = deviceOf(name);
    device.ready = await makeReady(world, device, phones.map(accountOf), what);
  },
  go: ({ device: name }) => {
    const device = deviceOf(name);
    return letGo(device, device.ready);
  },
  violations: () => ({
    violations: world.violations,
    hashes: world.hashes,
    unhandled: Object.fromEntries(world.unhandled),
    judged: !!world.rules,
  }),
  forgive: () => {
    world.violations = [];
  },
};

async function answer(line) {
  try {
    const { do: what, call, ...given } = JSON.parse(line);
    try {
      if (!commands[what]) throw new Error(`no command is called ${what}`);
      return { call, ok: (await commands[what](given)) ?? null };
    } catch (error) {
      return { call, error: error.message };
    }
  } catch (error) {
    return { error: error.message };
  }
}

// The page a client learns the newest version from after a 405.
const listener = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(`<script>{"client_revision":${world.oldestRevision || 1}}</script>`);
});
const sockets = new WebSocketServer({ server: listener, maxPayload: 1 << 25, perMessageDeflate: false });
sockets.on('connection', (socket) => new Session(world, socket));
listener.listen(0, '127.0.0.1', () => {
  const at = `127.0.0.1:${listener.address().port}`;
  console.log(
    JSON.stringify({
      url: `ws://${at}/ws/chat`,
      versions: `http://${at}/`,
      root: world.root.pub.toString('hex'),
      serial: 0,
    }),
  );
});
// Commands run side by side: one may wait for what another does.
for await (const line of readline.createInterface({ input: process.stdin }))
  if (line.trim()) answer(line).then((told) => console.log(JSON.stringify(told)));
process.exit(0);
