import { accessSync, constants, statSync } from 'node:fs';
import type { ImportKind } from '@lateral/domain/imports/states';
import { readHeader } from '@lateral/domain/registers/columns';
import {
  fileAt,
  type ImportResult,
  importBatches,
  type NamedFile,
  UnreadFiles,
} from '../flows/import-files.ts';
import { readTable } from '../imports/read/read-table.ts';
import { readArguments, runCommand, Usage } from './command.ts';
import { findPartnershipId } from './find-partnership.ts';

const options = {
  partnership: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function checkFile(file: string) {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return;
  } catch {
    // said below
  }
  throw new Usage(`There is no file ${file} that can be read.`);
}

/** Each register with all the links files, in the order given: each is imported on top of the one before. */
async function batchesOf(kind: ImportKind, files: readonly NamedFile[]): Promise<NamedFile[][]> {
  if (kind === 'people') return [[...files]];
  const links: NamedFile[] = [];
  const registers: NamedFile[] = [];
  for (const file of files) {
    const found = await readTable(file.bytes).then(
      ({ header }) => readHeader(header),
      () => null,
    );
    (found && 'kind' in found && found.kind === 'links' ? links : registers).push(file);
  }
  return registers.length === 0 ? [links] : registers.map((register) => [register, ...links]);
}

const sentence = ({ counts, refused }: ImportResult, isRehearsal: boolean) =>
  [
    isRehearsal ? 'Nothing was changed. The import would do this:' : 'Imported.',
    ...(['added', 'changed', 'closed', 'converted', 'reopened', 'unchanged', 'unsettled'] as const).map(
      (key) => `${String(counts[key]).padStart(7)} ${key}`,
    ),
    `${String(refused.length).padStart(7)} refused`,
    ...refused
      .slice(0, 50)
      .map(
        ({ file, row, column, reason }) => `  ${file}, row ${row}${column ? `, ${column}` : ''}: ${reason}`,
      ),
  ].join('\n');

/** `import-register` and `import-people`: the same steps as the screen, all files or none. */
export const runImportCommand = (kind: ImportKind) =>
  runCommand(async () => {
    const usage = `pnpm --silent import-${kind} FILE… --partnership NAME [--dry-run] [--json]`;
    const { values, positionals } = readArguments(options, usage);
    const name = values.partnership;
    if (positionals.length === 0 || !name) throw new Usage(usage);
    for (const file of positionals) checkFile(file);
    return async ({ database }) => {
      const partnershipId = await findPartnershipId(database, name);
      if (!partnershipId) throw new Usage(`There is no partnership called ${name}.`);
      const isRehearsal = values['dry-run'] === true;
      const batches = await batchesOf(kind, positionals.map(fileAt));
      const who = { partnershipId, personId: null };
      const result = await importBatches(database, who, kind, batches, {
        now: new Date(),
        isRehearsal,
      }).catch((error) => {
        throw error instanceof UnreadFiles ? new Usage(error.message) : error;
      });
      const { added, changed, closed, converted, unchanged, unsettled, reopened } = result.counts;
      const report = {
        added,
        changed,
        closed,
        converted,
        reopened,
        unchanged,
        refused: result.refused,
        unsettled,
      };
      console.log(values.json ? JSON.stringify(report) : sentence(result, isRehearsal));
    };
  });
