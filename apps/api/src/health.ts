import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';

/** `/health`: the process answers. `/ready`: it reaches its database, and may be sent requests. */
export async function health(app: FastifyInstance) {
  app.get('/health', async () => ({ ok: true }));
  app.get('/ready', async () => {
    await app.database.withSignInDesk((db) => db.execute(sql`select 1`));
    return { ok: true };
  });
}
