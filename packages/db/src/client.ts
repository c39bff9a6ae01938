import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { PreparingClient } from './prepare.ts';

/** A transaction in the scope of one partnership (or of the sign-in desk): every query takes one. */
export type Db = NodePgDatabase;

export type Database = {
  /** Runs `work` in one transaction that sees and writes this partnership alone. Rolls back when `work` throws. */
  withPartnership<T>(partnershipId: string, work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Reads in this partnership in one round trip. `work` must ask for everything at once (`.execute()`), before it waits
   * for anything: what it asks for later is outside, where nothing is seen.
   */
  readAtOnce<T>(partnershipId: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction on the few global tables: persons, links, sessions, mail. */
  withSignInDesk<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction on every table of every partnership: for the worker and for commands, never for a request. */
  withKeeper<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabaseUrls = { app: string; authn: string; keeper: string };

const enterPartnership = (partnershipId: string) => ({
  name: 'enter-partnership',
  text: `select set_config('app.partnership_id', $1, true)`,
  values: [partnershipId],
});

async function inTransaction<T>(pool: pg.Pool, entry: pg.QueryConfig | null, work: (db: Db) => Promise<T>) {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Sent with the first statement of `work`, in one round trip: what follows waits for it in the server.
    const opened = Promise.all([client.query('begin'), entry ? client.query(entry) : null]);
    opened.catch(() => {});
    const result = await work(drizzle({ client }));
    await opened;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** As `inTransaction`, with the commit sent along too: one round trip in all. What is asked for later sees nothing. */
async function inOneTrip<T>(pool: pg.Pool, entry: pg.QueryConfig, work: (db: Db) => Promise<T>) {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const opened = Promise.all([client.query('begin read only'), client.query(entry)]);
    const asked = work(drizzle({ client }));
    const [, result] = await Promise.all([opened, asked, client.query('commit')]);
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const openPool = (connectionString: string, max: number) => {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    Client: PreparingClient,
    connectionTimeoutMillis: 2000,
  } as pg.PoolConfig);
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that breaks while it is in use: its query says so, and the pool throws the connection away.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** Opens the pools. Their roles own nothing and bypass nothing; see `roles.ts`. A pool that is not used opens no connection. */
export function connect({ app, authn, keeper }: DatabaseUrls, { max = 10 }: { max?: number } = {}): Database {
  const appPool = openPool(app, max);
  const authnPool = openPool(authn, Math.max(2, Math.ceil(max / 3)));
  const keeperPool = openPool(keeper, 2);
  return {
    withPartnership: (partnershipId, work) => inTransaction(appPool, enterPartnership(partnershipId), work),
    readAtOnce: (partnershipId, work) => inOneTrip(appPool, enterPartnership(partnershipId), work),
    withSignInDesk: (work) => inTransaction(authnPool, null, work),
    withKeeper: (work) => inTransaction(keeperPool, null, work),
    close: async () => {
      await Promise.all([appPool.end(), authnPool.end(), keeperPool.end()]);
    },
  };
}
