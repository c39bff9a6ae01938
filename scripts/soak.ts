import { parseArgs } from 'node:util';
import { loseDatabase } from '../apps/api/soak/database-away.ts';
import { say } from '../apps/api/soak/figures.ts';
import { fuzz } from '../apps/api/soak/fuzz.ts';
import { killPublishing } from '../apps/api/soak/killed-publishing.ts';
import { killServer } from '../apps/api/soak/killed-server.ts';
import { killSigning } from '../apps/api/soak/killed-signing.ts';
import { loseReplies } from '../apps/api/soak/lost-replies.ts';
import { sendSlowly } from '../apps/api/soak/slow-posts.ts';
import { tryStrangeIds } from '../apps/api/soak/strange-ids.ts';
import { runWrongClock } from '../apps/api/soak/wrong-clock.ts';
import { planManySeasons } from '../packages/planner/soak/many-seasons.ts';
import { planSideBySide } from '../packages/planner/soak/plans-side-by-side.ts';
import { planPublishedSeasons } from '../packages/planner/soak/published-seasons.ts';

// Long trials of what may go wrong, each with its figure as a line of JSON: `pnpm soak [--only NAME]`.
const trials: Record<string, () => Promise<void>> = {
  'server-killed': killServer,
  'signing-killed': killSigning,
  'publish-killed': () => killPublishing(),
  'database-away': loseDatabase,
  'lost-replies': loseReplies,
  'wrong-clock': runWrongClock,
  'slow-posts': sendSlowly,
  'strange-ids': tryStrangeIds,
  fuzz,
  'planner-seasons': planManySeasons,
  'planner-side-by-side': planSideBySide,
  'planner-published': planPublishedSeasons,
};

const { values } = parseArgs({ args: process.argv.slice(3), options: { only: { type: 'string' } } });
const names = Object.keys(trials).filter((name) => values.only === undefined || name.startsWith(values.only));
if (names.length === 0) {
  console.error(`There is no trial ${values.only}. There are: ${Object.keys(trials).join(', ')}`);
  process.exit(2);
}
for (const name of names) {
  say(name);
  await trials[name]?.();
}
process.exit();
