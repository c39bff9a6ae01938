import { connect } from '../packages/db/src/client.ts';
import { roleUrls } from '../packages/db/src/roles.ts';
import { checkAndApply } from './import.ts';

// A process of its own: how much memory one import takes is seen in nothing else.
const { DATABASE_URL = '', LATERAL_SECRET = '' } = process.env;
const database = connect(roleUrls(DATABASE_URL, LATERAL_SECRET));
const [small, large] = JSON.parse(process.argv[2] ?? '[]');
await checkAndApply({ database }, small);
(globalThis as { gc?: () => void }).gc?.();
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);
await checkAndApply({ database }, large);
clearInterval(watch);
process.send?.({ idle, peak: Math.max(peak, process.memoryUsage.rss()) });
await database.close();
process.disconnect?.();
