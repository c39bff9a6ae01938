import { makeCopy } from '../apps/api/src/agreements/make-copy.ts';
import { signingKeyOf } from '../packages/audit/src/keys.ts';
import { connect } from '../packages/db/src/client.ts';
import { roleUrls } from '../packages/db/src/roles.ts';

// A process of its own: how much memory the copies take is seen in nothing else.
const { DATABASE_URL = '', LATERAL_SECRET = '' } = process.env;
const database = connect(roleUrls(DATABASE_URL, LATERAL_SECRET));
const { partnershipId, signingIds } = JSON.parse(process.argv[2] ?? '{}');
const [first, ...rest] = signingIds as string[];
const make = (signingId: string) =>
  makeCopy(database, { partnershipId, signingId }, signingKeyOf(LATERAL_SECRET), new Date());
await make(first ?? '');
(globalThis as { gc?: () => void }).gc?.();
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);
const began = performance.now();
for (const signingId of rest) await make(signingId);
const ms = performance.now() - began;
clearInterval(watch);
process.send?.({ idle, peak: Math.max(peak, process.memoryUsage.rss()), ms });
await database.close();
process.disconnect?.();
