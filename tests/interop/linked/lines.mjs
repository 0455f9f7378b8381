// SPDX-License-Identifier: GPL-3.0-or-later
// A program that speaks JSON lines, driven from a test: the stand-in server, or a client of clients/.
import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

export const HERE = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const LIMIT_MS = 60000;

function limited(promise, what, ms = LIMIT_MS) {
  let timer;
  return Promise.race([
    promise,
    new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`waited too long for ${what}`)), ms);
    }),
  ]).finally(() => clearTimeout(timer));
}

export class Program {
  events = [];
  waiters = [];
  pending = new Map();
  lastCall = 0;
  constructor(name, command, args) {
    this.name = name;
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.first = new Promise((resolve) => {
      this.onFirst = resolve;
    });
    readline
      .createInterface({ input: this.process.stdout })
      .on('line', (line) => this.onLine(JSON.parse(line)));
    this.process.on('exit', (code) => {
      for (const { reject } of this.pending.values()) reject(new Error(`${name} ended with ${code}`));
    });
  }
  onLine(told) {
    if (told.event) {
      this.events.push(told);
      this.waiters = this.waiters.filter((waiter) => !waiter());
      return;
    }
    const asked = this.pending.get(told.call);
    if (!asked) return void this.onFirst(told);
    this.pending.delete(told.call);
    told.error ? asked.reject(new Error(`${this.name}: ${told.error}`)) : asked.resolve(told.ok);
  }
  ask(what, given = {}) {
    const call = ++this.lastCall;
    const answer = new Promise((resolve, reject) => this.pending.set(call, { resolve, reject }));
    this.process.stdin.write(JSON.stringify({ call, do: what, ...given }) + '\n');
    return limited(answer, `${this.name} to ${what}`);
  }
  // The first event of this kind that fits, among those not taken yet; it is taken.
  wait(event, fits = () => true, ms) {
    const take = () => {
      const at = this.events.findIndex((told) => told.event === event && fits(told));
      return at < 0 ? null : this.events.splice(at, 1)[0];
    };
    const found = take();
    if (found) return Promise.resolve(found);
    return limited(
      new Promise((resolve) => {
        this.waiters.push(() => {
          const told = take();
          if (told) resolve(told);
          return !!told;
        });
      }),
      `${event} at ${this.name}`,
      ms,
    ).catch((error) => {
      throw new Error(`${error.message}; it told ${JSON.stringify(this.events).slice(-600)}`);
    });
  }
  close() {
    this.process.stdin.end();
    return new Promise((resolve) =>
      this.process.exitCode === null ? this.process.once('exit', resolve) : resolve(),
    );
  }
}

export const startServer = async (waWire) => {
  const server = new Program('the stand-in', process.execPath, [
    path.join(HERE, 'server.mjs'),
    ...(waWire ? [waWire] : []),
  ]);
  server.where = await limited(server.first, 'the stand-in');
  return server;
};
