import { confirmCodeTries } from '@lateral/domain/sign-in/codes';
import { ceremonies } from '@lateral/domain/sign-in/passkeys';
import { sql } from 'drizzle-orm';
import { check, index, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, signInDesk, table } from './columns.ts';
import { persons } from './people.ts';
import { sessions } from './sign-in.ts';

/** A passkey of a person: the public half. Only the sign-in desk sees it. */
export const passkeys = table(
  'passkeys',
  (t) => ({
    credentialId: t.text().primaryKey(),
    personId: t
      .uuid()
      .notNull()
      .references(() => persons.id),
    publicKey: bytes().notNull(),
    /** How often its device says it has been used; one that goes back is a copy. 0 where the device does not count. */
    counter: t.bigint({ mode: 'number' }).notNull(),
    transports: t.text().array().notNull(),
    name: t.text().notNull(),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    usedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    index('passkeys_by_person').on(t.personId),
    check('passkeys_name_given', sql`length(trim(${t.name})) > 0`),
    signInDesk(),
  ],
);

/** A question put to a browser's passkeys: answered once, within five minutes, by the browser that was asked. */
export const passkeyChallenges = table(
  'passkey_challenges',
  (t) => ({
    challenge: t.text().primaryKey(),
    ceremony: t.text({ enum: ceremonies }).notNull(),
    browserHash: t.text().notNull(),
    /** Whose passkey is made or asked for; null at sign-in, when nobody knows yet. */
    personId: t.uuid().references(() => persons.id),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
    usedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    index('passkey_challenges_oldest').on(t.expiresAt),
    check('passkey_challenges_ceremony_known', sql`${t.ceremony} in ('sign-in','add','confirm')`),
    signInDesk(),
  ],
);

/** Who a person is to an OpenID provider, for good: its address for them may change, its subject does not. */
export const oidcIdentities = table(
  'oidc_identities',
  (t) => ({
    issuer: t.text().notNull(),
    subject: t.text().notNull(),
    personId: t
      .uuid()
      .notNull()
      .references(() => persons.id),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    usedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    index('oidc_identities_by_person').on(t.personId),
    signInDesk(),
  ],
);

/** A visit to an OpenID provider, from the browser that set out until it comes back. */
export const oidcVisits = table(
  'oidc_visits',
  (t) => ({
    stateHash: t.text().primaryKey(),
    browserHash: t.text().notNull(),
    nonce: t.text().notNull(),
    codeVerifier: t.text().notNull(),
    /** The session whose owner proves who they are; null when it is a sign-in. */
    sessionId: t.uuid().references(() => sessions.id, { onDelete: 'cascade' }),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
  }),
  (t) => [index('oidc_visits_oldest').on(t.expiresAt), signInDesk()],
);

/** A code mailed to a person's own address to prove who they are: one at a time for a session, few tries. */
export const confirmCodes = table(
  'confirm_codes',
  (t) => ({
    sessionId: t
      .uuid()
      .primaryKey()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    codeHash: t.text().notNull(),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
    triesLeft: t.integer().notNull().default(confirmCodeTries),
  }),
  () => [signInDesk()],
);

/** How often something was attempted in a window of time: shared by every process, so that none is a way round another. */
export const attempts = table(
  'attempts',
  (t) => ({
    /** Hash of what is counted and for whom. */
    key: t.text().primaryKey(),
    windowStart: t.timestamp({ withTimezone: true }).notNull(),
    count: t.integer().notNull(),
  }),
  (t) => [index('attempts_oldest').on(t.windowStart), signInDesk()],
);
