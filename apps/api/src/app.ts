import type { KeyObject } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { signingKeyOf } from '@lateral/audit/keys';
import type { Database } from '@lateral/db/client';
import Fastify, { type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { agreementRoutes } from './agreements/routes.ts';
import { signingRoutes } from './agreements/signing-routes.ts';
import { limitCalls } from './api-tokens.ts';
import { calendarRoutes } from './calendars/routes.ts';
import { delegationRoutes } from './delegations/routes.ts';
import { documentation } from './documentation.ts';
import { erasureRoutes } from './erasures/routes.ts';
import { answerErrors } from './errors.ts';
import { feedRoutes } from './feeds/routes.ts';
import { guardRoutes, signTokens } from './guard.ts';
import { health } from './health.ts';
import { historyRoutes } from './history/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { membershipChangeRoutes } from './memberships/change-routes.ts';
import { membershipRoutes } from './memberships/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { offerRoutes } from './offers/routes.ts';
import { type OidcSettings, openProvider, type Provider } from './oidc.ts';
import { partnershipRoutes } from './partnerships/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { recoveryRoutes } from './recoveries/routes.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { schoolRoutes } from './schools/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { draftRoutes } from './seasons/draft-routes.ts';
import { seasonListRoutes } from './seasons/list-routes.ts';
import { publishRoutes } from './seasons/publish-routes.ts';
import { seasonRoutes } from './seasons/routes.ts';
import { rulesRoutes } from './seasons/rules-routes.ts';
import { deriveSecret } from './secrets.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { similarityRoutes } from './similarity/routes.ts';
import { takeStrictInput } from './strict-input.ts';
import { tokenRoutes } from './tokens/routes.ts';
import { trainingRoutes } from './training/routes.ts';
import { keepVersions } from './versions.ts';
import { viewRoutes } from './views/routes.ts';
import { serveWeb } from './web.ts';

declare module 'fastify' {
  interface FastifyInstance {
    database: Database;
    now: () => Date;
    /** Where the SPA is reached, for links in mail: `http://localhost:3000`, without a slash at the end. */
    publicUrl: string;
    /** Whom mail comes from: `Lateral <no-reply@lateral.example>`. */
    mailFrom: string;
    /** Whether mail is kept on this machine for its own people to read. */
    mailbox: boolean;
    /** A secret for one purpose that only this installation can make, and makes alike every time. */
    derive: (purpose: string) => string;
    /** The OpenID provider that people may sign in with; null when none is set. */
    provider: Provider | null;
    /** Signs what has happened (packages/audit). */
    auditKey: KeyObject;
  }
}

/** Every capability, in the order in which the documentation lists them. Behind the guard by construction. */
const capabilities = [
  signInRoutes,
  partnershipRoutes,
  schoolRoutes,
  similarityRoutes,
  peopleRoutes,
  agreementRoutes,
  delegationRoutes,
  recoveryRoutes,
  historyRoutes,
  importRoutes,
  jobRoutes,
  calendarRoutes,
  seasonRoutes,
  seasonListRoutes,
  rulesRoutes,
  ledgerRoutes,
  trainingRoutes,
  offerRoutes,
  draftRoutes,
  publishRoutes,
  reviewRoutes,
  searchRoutes,
  viewRoutes,
  reminderRoutes,
  notificationRoutes,
  feedRoutes,
  signingRoutes,
  membershipChangeRoutes,
  membershipRoutes,
  tokenRoutes,
  erasureRoutes,
];

export type AppOptions = {
  database: Database;
  /** Signs access tokens; at least 32 characters. */
  secret: string;
  publicUrl?: string;
  mailFrom?: string;
  mailbox?: boolean;
  oidc?: OidcSettings | null;
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
  app.decorate('mailFrom', options.mailFrom ?? 'Lateral <no-reply@localhost>');
  app.decorate('mailbox', options.mailbox ?? false);
  app.decorate('derive', (purpose: string) => deriveSecret(options.secret, purpose));
  app.decorate('provider', options.oidc ? openProvider(options.oidc, app.publicUrl) : null);

  app.decorate('auditKey', signingKeyOf(options.secret));

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
  await limitCalls(app);
  await app.register(
    async (api) => {
      guardRoutes(api);
      keepVersions(api);
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      });
      for (const routes of capabilities) await api.register(routes);
    },
    { prefix: '/api' },
  );
  await health(app);
  await serveWeb(app, options.web);
  return app;
}

export type App = Awaited<ReturnType<typeof buildApp>>;
