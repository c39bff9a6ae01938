import { type App, buildApp } from '../src/app.ts';
import { tokenFor } from './caller.ts';
import { type Operation, readOperations } from './documented.ts';
import { openPlace } from './place.ts';

/** The API inside this process, on a PostgreSQL of its own, with all that its documentation says it can do. */
export async function openInside() {
  const place = await openPlace();
  const app = await buildApp({
    database: place.database,
    secret: place.secret,
    publicUrl: 'http://localhost:3000',
    logger: false,
  });
  await app.ready();
  const document = await app.inject('/openapi.json');
  const operations = readOperations(document.json());
  const owner = await place.look();
  return {
    app,
    database: place.database,
    owner,
    operations,
    token: (person: Parameters<typeof tokenFor>[0]) => tokenFor(person, place.secret),
    async close() {
      await owner.end();
      await app.close();
      await place.close();
    },
  };
}

export type Call = {
  method: Operation['method'];
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
};

/** One request, without a network. */
export const call = (app: App, { method, url, headers, payload }: Call) =>
  app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
