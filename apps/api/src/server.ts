import { CannotStart } from '@lateral/db/embedded';
import { buildApp } from './app.ts';
import { followClock } from './clock.ts';
import { keepsMailHere } from './env.ts';
import type { Installation } from './installation.ts';

/** Log lines say what was asked and how it went; never who, with what, or from where. */
export const logSettings = {
  level: process.env.LOG_LEVEL ?? 'warn',
  serializers: {
    req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
  },
};

/** Serves the API, and the SPA when `web` is the folder of its build. @throws CannotStart when the port is taken */
export async function startServer({ env, secret, database }: Installation, web?: string) {
  const clock = await followClock(database);
  const app = await buildApp({
    database,
    now: clock.now,
    secret,
    publicUrl: env.publicUrl,
    mailFrom: env.mailFrom,
    mailbox: keepsMailHere(env),
    trustProxy: env.trustProxy,
    oidc: env.oidc,
    logger: logSettings,
    ...(web && { web }),
  });
  app.addHook('onClose', async () => clock.stop());
  try {
    await app.listen({ port: env.port, host: env.host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new CannotStart(
        `Port ${env.port} is already in use, perhaps by another Lateral. Stop that, or choose another port: PORT=${env.port + 1} npm start`,
      );
    }
    if (code === 'EACCES')
      throw new CannotStart(
        `This user may not open port ${env.port}. Choose one above 1024: PORT=3000 npm start`,
      );
    throw error;
  }
  return app;
}
