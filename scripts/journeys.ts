import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const chromium = findChromium();
const env = { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) };
const { status } = spawnSync('playwright', ['test', ...process.argv.slice(3)], {
  cwd: root,
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
