import { isDeepStrictEqual } from 'node:util';
import type { ImportChange } from '@lateral/contract/imports';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { ImportKind } from '@lateral/domain/imports/states';
import { recordEvents } from '../events.ts';
import { applyPeople } from './apply-people.ts';
import { applyRegister } from './apply-register.ts';
import { describeRegister } from './describe-register.ts';
import { findReading, keepReading } from './keep-reading.ts';
import {
  dropBytes,
  dropReadings,
  listChanges,
  lockImport,
  type NewChange,
  replaceChanges,
  updateImport,
} from './queries.ts';
import { applyGroups, describeGroups, readGroups } from './read-groups.ts';
import { describePeople, readPeople } from './read-people.ts';
import { compareRegister, type RegisterFiles, readRegisterFiles } from './read-register.ts';
import { type Counts, ImportFailed, type Work } from './reading.ts';
import { lockPartnership } from './register-queries.ts';
import { keepRows } from './undo-queries.ts';

type Who = { partnershipId: string; personId: string | null };

/** Reads the files and keeps what they would change as a preview. @throws Stopped when asked to stop */
export async function runCheck(
  db: Db,
  who: Who,
  importId: string,
  now: Date,
  work: Work,
): Promise<Counts | null> {
  const found = await lockImport(db, importId);
  if (found?.state !== 'checking') throw new ImportFailed('This import is no longer being checked.');
  const reading = await read(db, found.kind, importId, now, work, null);
  if (reading.faults.length > 0) {
    await replaceChanges(db, who.partnershipId, importId, []);
    await updateImport(db, importId, { state: 'failed', faults: reading.faults });
    return null;
  }
  await replaceChanges(db, who.partnershipId, importId, reading.describe());
  await reading.keep?.(who.partnershipId);
  await updateImport(db, importId, { state: 'ready', counts: reading.counts, faults: [] });
  return reading.counts;
}

/** Makes the changes of an import, all or none, if they are still those that its preview showed. */
export async function runApply(db: Db, who: Who, importId: string, now: Date, work: Work): Promise<Counts> {
  await lockPartnership(db);
  const found = await lockImport(db, importId);
  if (found?.state !== 'applying') throw new ImportFailed('This import is no longer being applied.');
  const reading = await read(db, found.kind, importId, now, work, await findReading(db, importId));
  const shown = await listChanges(db, importId, undefined, -1, everyChange);
  if (!isSame(shown, reading.describe(), found.counts, reading.counts)) {
    throw new ImportFailed('The schools have changed since this was checked. Please check it again.');
  }
  await keepRows(db, importId, reading.apply);
  await updateImport(db, importId, { state: 'applied', appliedAt: now });
  await dropReadings(db, importId);
  // Whoever has rows to put right can still have the file back with them marked.
  if (reading.counts.refused === 0) await dropBytes(db, importId);
  await recordEvents(db, who, [{ kind: `${found.kind}-imported`, detail: reading.counts }], now);
  return reading.counts;
}

/** More changes than any import has. */
const everyChange = 1_000_000;

/** Whether what would be done now is, record by record, what the preview showed. */
function isSame(
  shown: readonly ImportChange[],
  now: readonly NewChange[],
  before: object | null,
  counts: Counts,
) {
  const plain = ({ position: _, ...change }: NewChange & { position?: number }) => change;
  return isDeepStrictEqual(
    [before, ...shown.map(plain)],
    JSON.parse(JSON.stringify([counts, ...now.map(plain)])),
  );
}

/** The kinds of import differ only here: how files are read, shown and applied. */
async function read(
  db: Db,
  kind: ImportKind,
  importId: string,
  now: Date,
  work: Work,
  kept: RegisterFiles | null,
) {
  if (kind === 'people') {
    const reading = await readPeople(db, importId, work);
    return {
      ...reading,
      keep: null,
      describe: () => describePeople(reading),
      apply: async () => applyPeople(db, await whoOf(), reading, now, work),
    };
  }
  if (kind === 'groups') {
    const reading = await readGroups(db, importId, work);
    return {
      ...reading,
      keep: null,
      describe: () => describeGroups(reading),
      apply: async () => applyGroups(db, await whoOf(), reading, now, work),
    };
  }
  const files = kept
    ? { ...kept, faults: [] }
    : await readRegisterFiles(db, importId, dayInLondon(now), work);
  const reading = await compareRegister(db, files);
  return {
    ...reading,
    faults: files.faults,
    keep: (partnershipId: string) => keepReading(db, partnershipId, importId, files),
    describe: () => describeRegister(reading),
    apply: async () => applyRegister(db, await whoOf(), reading, now, work),
  };

  async function whoOf(): Promise<Who> {
    const [found, partnership] = [await lockImport(db, importId), await lockPartnership(db)];
    return { partnershipId: partnership.id, personId: found?.startedBy ?? null };
  }
}
