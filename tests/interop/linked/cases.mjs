// SPDX-License-Identifier: GPL-3.0-or-later
// TAP, one line a case.
export class Cases {
  count = 0;
  failed = 0;
  check(fine, title, told) {
    console.log(`${fine ? 'ok' : 'not ok'} ${++this.count} - ${title}`);
    if (fine) return;
    this.failed++;
    for (const line of (told instanceof Error ? told.stack : (JSON.stringify(told, null, 1) ?? '')).split(
      '\n',
    ))
      console.log(`# ${line}`);
  }
  // A case that waits for something fails by an error.
  async run(title, body) {
    const start = Date.now();
    try {
      const told = await body();
      this.check(told !== false, title, told);
      if (process.env.KONTOR_LINKED_TIMES) console.log(`# ${Date.now() - start} ms`);
    } catch (error) {
      this.check(false, title, error);
    }
  }
  end() {
    console.log(`1..${this.count}`);
    return this.failed ? 1 : 0;
  }
}
