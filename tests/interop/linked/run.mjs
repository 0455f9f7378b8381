// SPDX-License-Identifier: GPL-3.0-or-later
// run.mjs WA-WIRE [PART…]: the scenarios of this folder; prints TAP. A part is a kind of client, which gets
// linked and thrown out, or two of them, KIND+KIND, which talk. All unless told; “-” for WA-WIRE is none.
// KONTOR_NPM names the folder with node_modules.
import { Cases } from './cases.mjs';
import { startServer } from './lines.mjs';
import { companionOf, EXCEPT, EXCEPT_AS_PEER, linkByQr, newPeer, PEERS, QUIRKS } from './peers.mjs';
import { control } from './control.mjs';
import { linking } from './linking.mjs';
import { SCENARIOS } from './scenarios.mjs';

const [folder, ...wanted] = process.argv.slice(2),
  waWire = folder === '-' ? undefined : folder;
const kinds = Object.keys(PEERS);
const parts = wanted.length
  ? wanted
  : [
      ...kinds,
      ...kinds.flatMap((first) =>
        kinds.filter((second) => second !== first).map((second) => `${first}+${second}`),
      ),
    ];
const cases = new Cases();

async function blameless(server, title, peers) {
  const { violations: all, unhandled, hashes } = await server.ask('violations');
  // Before its login nobody knows whose a line is: then each of them must have the quirk.
  const isQuirk = ({ who, what }) => {
    const one = peers.find(({ phone }) => who.startsWith(`${phone}:`));
    return (one ? [one] : peers).every(({ kind }) =>
      (QUIRKS[kind] ?? []).some((quirk) => quirk.test(what)),
    );
  };
  const violations = all.filter((one) => !isQuirk(one));
  console.log(
    `# unhandled ${JSON.stringify(unhandled)}, hashes ${JSON.stringify(hashes)}, quirks ${all.length - violations.length}`,
  );
  cases.check(!violations.length, title, violations);
}

async function together(first, second) {
  const server = await startServer(waWire),
    what = `${first} and ${second}`,
    more = [];
  try {
    const a = await newPeer(server, first),
      b = await newPeer(server, second);
    await Promise.all([linkByQr(a), linkByQr(b)]);
    const fresh = async () => {
      const peer = await newPeer(server, second);
      more.push(peer);
      await linkByQr(peer);
      return peer;
    };
    const another = async (peer) => {
      const companion = companionOf(peer, peer.kind);
      more.push(companion);
      await linkByQr(companion);
      return companion;
    };
    for (const [title, run] of SCENARIOS) {
      const except = EXCEPT[first]?.[title] ?? EXCEPT_AS_PEER[second]?.[title];
      if (except) console.log(`# ${what}: not “${title}”: ${except}`);
      else await cases.run(`${what}: ${title}`, () => run({ server, a, b, fresh, another }));
    }
    await blameless(server, `${what}: the server has nothing to complain of`, [a, b, ...more]);
    await Promise.all([a, b, ...more].map((peer) => peer.close()));
  } catch (error) {
    cases.check(false, `${what}: linked`, error);
  } finally {
    await server.close();
  }
}

await control(cases, waWire);
for (const part of parts) {
  const [first, second] = part.split('+');
  await (second ? together(first, second) : linking(cases, waWire, first, blameless));
}
process.exit(cases.end());
