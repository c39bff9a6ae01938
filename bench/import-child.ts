import { connect } from '../packages/db/src/client.ts';
import { roleUrls } from '../packages/db/src/roles.ts';
import { runImport } from './import-run.ts';

// A process that imports and does nothing else: says how much memory it had before, and at its highest.
const [partnershipId = '', importId = ''] = process.argv.slice(2);
const { DATABASE_URL = '', LATERAL_SECRET = '' } = process.env;
const database = connect(roleUrls(DATABASE_URL, LATERAL_SECRET));
await database.withPartnership(partnershipId, async (db) => void (await db.execute('select 1')));
const idle = process.memoryUsage.rss();
await runImport(database, partnershipId, importId);
// In kilobytes, by the system's own count: no moment is missed.
const peak = process.resourceUsage().maxRSS * 1024;
await database.close();
process.send?.({ idle, peak });
process.disconnect?.();
