import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The one without windows first: it does as well here, for less memory and time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const which = (name: string) => {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

const findHere = () =>
  [process.env.CHROMIUM_PATH, ...names.map(which), ...macs].find((file) => file && existsSync(file));

/** A Chromium of this machine, or one installed now: by Debian's packages when root, else by Playwright. */
export function findChromium(): string | undefined {
  const here = findHere();
  if (here) return here;
  if (process.getuid?.() === 0 && which('apt-get')) {
    console.log('  Installing Chromium from the system’s packages …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (...args: string[]) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell');
    if (!findHere()) run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    const installed = findHere();
    if (installed) return installed;
  }
  console.log('  Installing Chromium with Playwright …');
  const own = spawnSync('npx', ['playwright', 'install', 'chromium-headless-shell'], { stdio: 'inherit' });
  if (own.status === 0) return undefined;
  throw new Error(
    'The browser journeys need Chromium. Please install it, or set CHROMIUM_PATH to where it is.',
  );
}
