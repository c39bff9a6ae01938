import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Database } from '@lateral/db/client';
import Fastify, { type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { calendarRoutes } from './calendars/routes.ts';
import { documentation } from './documentation.ts';
import { answerErrors } from './errors.ts';
import { guardRoutes, signTokens } from './guard.ts';
import { health } from './health.ts';
import { importRoutes } from './imports/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { partnershipRoutes } from './partnerships/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { schoolRoutes } from './schools/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { seasonRoutes } from './seasons/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { takeStrictInput } from './strict-input.ts';
import { viewRoutes } from './views/routes.ts';
import { serveWeb } from './web.ts';

declare module 'fastify' {
  interface FastifyInstance {
    database: Database;
    now: () => Date;
    /** Where the SPA is reached, for links in mail: `http://localhost:3000`, without a slash at the end. */
    publicUrl: string;
    /** Whether mail is kept on this machine for its own people to read. */
    mailbox: boolean;
  }
}

/** Every capability, in the order in which the documentation lists them. Behind the guard by construction. */
const capabilities = [
  signInRoutes,
  partnershipRoutes,
  schoolRoutes,
  peopleRoutes,
  importRoutes,
  jobRoutes,
  calendarRoutes,
  seasonRoutes,
  searchRoutes,
  viewRoutes,
  reminderRoutes,
];

export type AppOptions = {
  database: Database;
  /** Signs access tokens; at least 32 characters. */
  secret: string;
  publicUrl?: string;
  mailbox?: boolean;
  now?: () => Date;
  /** The folder of the built SPA; none in tests of the API alone. */
  web?: string;
  logger?: FastifyServerOptions['logger'];
  trustProxy?: boolean;
};

/** Builds the whole application, as it runs and as it is tested. */
export async function buildApp(options: AppOptions) {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    // Time enough for the largest file on a slow line; `strict-input` gives every other request a minute.
    requestTimeout: 30 * 60_000,
    connectionTimeout: 60_000,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  app.decorate('database', options.database);
  app.decorate('now', options.now ?? (() => new Date()));
  app.decorate('publicUrl', options.publicUrl ?? 'http://localhost:3000');
  app.decorate('mailbox', options.mailbox ?? false);

  answerErrors(app);
  takeStrictInput(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: app.publicUrl.startsWith('https:'),
  });
  await app.register(cookie);
  await documentation(app);
  await signTokens(app, options.secret);
  await app.register(
    async (api) => {
      guardRoutes(api);
      api.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
      for (const routes of capabilities) await api.register(routes);
    },
    { prefix: '/api' },
  );
  await health(app);
  await serveWeb(app, options.web);
  return app;
}

export type App = Awaited<ReturnType<typeof buildApp>>;
