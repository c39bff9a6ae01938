import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '@lateral/db/embedded';
import type { OidcSettings } from './oidc.ts';

export type Env = {
  port: number;
  host: string;
  /** The owner's address of a PostgreSQL of your own; null for the built-in one. */
  databaseUrl: string | null;
  /** Where the built-in PostgreSQL and the installation's secret are kept. */
  dataDir: string;
  publicUrl: string;
  smtpUrl: string | null;
  mailFrom: string;
  trustProxy: boolean;
  oidc: OidcSettings | null;
  /** A file to which each day's signed checkpoints are added, so that they leave the database; null for none. */
  checkpointFile: string | null;
  /** The file to which each erasure is added, so that a restored backup is erased again (`DATA_DIR/erasures.jsonl` unless set). */
  erasuresFile: string;
  /** Whether this process brings the database up to date; a replica leaves that to another, and needs no owner's password. */
  migrates: boolean;
};

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const isLoopback = (host: string) => ['127.0.0.1', '::1', 'localhost'].includes(host);

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CannotStart(`PORT is "${text}", but a port is a whole number from 1 to 65535.`);
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new CannotStart('DATABASE_URL should look like postgres://name:password@host:5432/database.');
}

function readOidc(from: NodeJS.ProcessEnv): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = from;
  if (!issuer) return null;
  if (!URL.canParse(issuer))
    throw new CannotStart('OIDC_ISSUER should look like https://oidc.signin.education.gov.uk');
  if (!clientId || !clientSecret)
    throw new CannotStart('With OIDC_ISSUER, please set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too.');
  const name = from.OIDC_NAME ?? new URL(issuer).host;
  return { issuer, clientId, clientSecret, name, trustsEmail: from.OIDC_TRUSTS_EMAIL === 'yes' };
}

/** Reads the settings. @throws CannotStart naming the one at fault */
export function readEnv(from: NodeJS.ProcessEnv = process.env): Env {
  const port = readPort(from.PORT);
  const dataDir = path.resolve(from.DATA_DIR ?? path.join(repository, '.data'));
  return {
    port,
    host: from.HOST ?? '127.0.0.1',
    databaseUrl: readDatabaseUrl(from.DATABASE_URL),
    dataDir,
    publicUrl: (from.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    smtpUrl: from.SMTP_URL ?? null,
    mailFrom: from.MAIL_FROM ?? 'Lateral <no-reply@localhost>',
    trustProxy: from.TRUST_PROXY === 'yes',
    oidc: readOidc(from),
    checkpointFile: from.CHECKPOINT_FILE ?? null,
    erasuresFile: path.resolve(from.ERASURES_FILE ?? path.join(dataDir, 'erasures.jsonl')),
    migrates: from.MIGRATE !== 'no',
  };
}

/** Mail is kept to be read in the app only where nobody but this machine can reach it. */
export const keepsMailHere = (env: Env) => env.smtpUrl === null && isLoopback(env.host) && !env.trustProxy;

/** The installation's secret: LATERAL_SECRET, or one made once and kept beside the data. */
export function readSecret(env: Env, given = process.env.LATERAL_SECRET): string {
  if (given !== undefined) {
    if (given.length >= 32) return given;
    throw new CannotStart(
      'LATERAL_SECRET is too short: give it at least 32 characters, the same on every machine.',
    );
  }
  const file = path.join(env.dataDir, 'secret');
  try {
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    mkdirSync(env.dataDir, { recursive: true });
    const secret = randomBytes(32).toString('base64url');
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch {
    throw new CannotStart(
      `Lateral keeps its data in ${env.dataDir}, but cannot write there. Please allow it, or set DATA_DIR to a folder that it may write to.`,
    );
  }
}
