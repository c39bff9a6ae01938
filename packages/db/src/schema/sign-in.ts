import { confirmMeans, sessionEnds, signInMeans } from '@lateral/domain/sign-in/sessions';
import { sql } from 'drizzle-orm';
import { check, index, pgPolicy } from 'drizzle-orm/pg-core';
import { app, currentPartnership, signInDesk, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { persons } from './people.ts';

/** A sign-in link by its hash: single use, fifteen minutes, and only in the browser that asked (security.md §5). */
export const signInLinks = table(
  'sign_in_links',
  (t) => ({
    tokenHash: t.text().primaryKey(),
    personId: t
      .uuid()
      .notNull()
      .references(() => persons.id),
    /** Hash of the asking browser's cookie; null for a link that a command printed for a new broker. */
    browserHash: t.text(),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
    usedAt: t.timestamp({ withTimezone: true }),
    /** How its owner proved who they are: a link is also what brings somebody back from an OpenID provider. */
    means: t.text({ enum: signInMeans }).notNull().default('link'),
    /** Whether that proof was given anew, so that the session begins confirmed. */
    isFresh: t.boolean().notNull().default(false),
  }),
  () => [signInDesk()],
);

/**
 * One signed-in browser. Ending it ends every refresh token of its family. The app reads the sessions of its own
 * partnership, so that every request knows whether its session still stands; only the desk changes them.
 */
export const sessions = table(
  'sessions',
  (t) => ({
    id: t.uuid().primaryKey().defaultRandom(),
    personId: t
      .uuid()
      .notNull()
      .references(() => persons.id),
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    /** When it last fetched a new access token. */
    seenAt: t.timestamp({ withTimezone: true }),
    /** The browser in a few words, such as "Chrome on Android", so that its owner knows it again. */
    browser: t.text(),
    signedInBy: t.text({ enum: signInMeans }).notNull().default('link'),
    /** When its owner last proved who they are by more than a mailed link, and how (step-up). */
    confirmedAt: t.timestamp({ withTimezone: true }),
    confirmedBy: t.text({ enum: confirmMeans }),
    endedAt: t.timestamp({ withTimezone: true }),
    endedWhy: t.text({ enum: sessionEnds }),
  }),
  (t) => [
    index('sessions_by_person').on(t.personId),
    check('sessions_ended_why', sql`(${t.endedAt} is null) = (${t.endedWhy} is null)`),
    check('sessions_confirmed_by', sql`(${t.confirmedAt} is null) = (${t.confirmedBy} is null)`),
    pgPolicy('own_partnership', {
      for: 'select',
      to: app,
      using: sql`partnership_id = ${currentPartnership}`,
    }),
    signInDesk(),
  ],
);

/** A refresh token by its hash. Used once; its use again, more than ten seconds later, ends the session. */
export const refreshTokens = table(
  'refresh_tokens',
  (t) => ({
    tokenHash: t.text().primaryKey(),
    sessionId: t
      .uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
    usedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [index('refresh_tokens_by_session').on(t.sessionId), signInDesk()],
);

/** Outgoing mail, written in the transaction that causes it and sent by the worker. */
export const mails = table(
  'mails',
  (t) => ({
    id: t.uuid().primaryKey().defaultRandom(),
    /** The partnership it is from; null for mail of the installation itself. */
    partnershipId: t.uuid().references(() => partnerships.id),
    toAddress: t.text().notNull(),
    subject: t.text().notNull(),
    text: t.text().notNull(),
    /** Where one press, or the mail program itself, stops further mail of the kind (RFC 8058). */
    unsubscribeUrl: t.text(),
    /** An invitation that goes with it (RFC 5545), whose method stands within it. */
    calendar: t.text(),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    sentAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    index('mails_newest').on(t.createdAt),
    pgPolicy('own_partnership', {
      for: 'insert',
      to: app,
      withCheck: sql`partnership_id = ${currentPartnership}`,
    }),
    signInDesk(),
  ],
);
