// SPDX-License-Identifier: GPL-3.0-or-later
// The interface every client program of this folder has. In: {call, do, …}, one a line; out: {call, ok} or
// {call, error} to each, and {event, …} in between. What a client must know to do stands in README.md.
import readline from 'node:readline';

const write = process.stdout.write.bind(process.stdout);
// What a library prints goes the way of logs; libsignal prints whole sessions, with keys.
for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace']) console[level] = () => {};

export const tell = (event, facts = {}) => write(JSON.stringify({ event, ...facts }) + '\n');

export async function serve(commands) {
  process.on('uncaughtException', (error) => tell('crashed', { error: error.stack }));
  process.on('unhandledRejection', (error) => tell('crashed', { error: error?.stack ?? String(error) }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { call, do: what, ...given } = JSON.parse(line);
    const run = async () => {
      if (!commands[what]) throw new Error(`this client cannot ${what}`);
      return commands[what](given);
    };
    run().then(
      (ok) => write(JSON.stringify({ call, ok: ok ?? null }) + '\n'),
      (error) => write(JSON.stringify({ call, error: error?.message ?? String(error) }) + '\n'),
    );
  }
  process.exit(0);
}
