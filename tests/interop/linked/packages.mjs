// SPDX-License-Identifier: GPL-3.0-or-later
// The packages of package-lock.json, from the folder the test named in KONTOR_NPM.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.KONTOR_NPM + '/');
export const load = (name) => import(pathToFileURL(require.resolve(name)));
