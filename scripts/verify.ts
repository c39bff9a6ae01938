import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `npm test` runs, in this order: the quick and telling first. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['Types', 'tsc', '-p', 'tsconfig.pure.json'],
  ['Types of the API', 'tsc', '-p', 'tsconfig.json'],
  ['Types of the screens', 'tsc', '-p', 'apps/web'],
  ['Types of the journeys', 'tsc', '-p', 'journeys'],
  ['Lint, format and boundaries', 'biome', 'check', '--error-on-warnings', '.'],
  ['Dead code', 'knip'],
  ['Rules, API and screens', 'vitest', 'run'],
  ['Browser journeys', 'node', 'scripts/run.mjs', 'journeys'],
];

const began = performance.now();
for (const [name, command, ...args] of steps) {
  const start = performance.now();
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name}: failed. Nothing after it was run.`);
    process.exit(1);
  }
  console.log(`  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`\nAll is well, after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
