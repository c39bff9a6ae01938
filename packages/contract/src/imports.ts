import { changeKinds, importKinds, importRefusals, importStates } from '@lateral/domain/imports/states';
import { undoVerdicts } from '@lateral/domain/imports/undo';
import { z } from 'zod';
import { endpoint, instant, page, paging, problem, refusals } from './endpoint.ts';
import { job } from './jobs.ts';

const tags = ['imports'];
const params = z.object({ importId: z.guid() });

export const bringing = z
  .object({
    id: z.guid(),
    kind: z.enum(importKinds),
    state: z.enum(importStates),
    files: z.array(
      z.object({
        name: z.string(),
        size: z.int(),
        /** Rows of it that the check refused. */
        refused: z.int(),
        /** Whether we still have it, to be given back. */
        isKept: z.boolean(),
      }),
    ),
    /** Records by what happens to them; null until checked. */
    counts: z
      .object({
        added: z.int(),
        changed: z.int(),
        closed: z.int(),
        converted: z.int(),
        reopened: z.int(),
        unchanged: z.int(),
        refused: z.int(),
        unsettled: z.int(),
      })
      .nullable(),
    /** Files that could not be read, each with a sentence that says why. */
    faults: z.array(z.object({ file: z.string(), fault: z.string() })),
    job: job.nullable(),
    createdAt: instant,
    appliedAt: instant.nullable(),
    undoneAt: instant.nullable(),
  })
  .meta({ id: 'Import' });
export type Import = z.output<typeof bringing>;

/** One record that an import does not leave as it was. Which fields are given depends on `kind`. */
export const change = z
  .object({
    position: z.int(),
    kind: z.enum(changeKinds),
    urn: z.int().optional(),
    /** The school's name, or the person's. */
    name: z.string().optional(),
    /** For people: role and school. */
    role: z.string().optional(),
    schoolName: z.string().optional(),
    fields: z
      .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
      .optional(),
    toUrn: z.int().optional(),
    toName: z.string().optional(),
    on: z.string().nullable().optional(),
    file: z.string().optional(),
    row: z.int().optional(),
    column: z.string().nullable().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ImportChange' });
export type ImportChange = z.output<typeof change>;

export const listImports = endpoint({
  method: 'GET',
  url: '/imports',
  config: { may: 'imports.read' },
  schema: {
    tags,
    summary: 'Imports, newest first',
    querystring: z.strictObject(paging),
    response: { 200: page(bringing), ...refusals },
  },
});

export const startImport = endpoint({
  method: 'POST',
  url: '/imports',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'Begin an import; then send its files, then check it',
    body: z.strictObject({ kind: z.enum(importKinds) }),
    response: { 201: bringing, ...refusals },
  },
});

/** The body is the file itself (`application/octet-stream`), streamed. Sending a name again replaces that file. */
export const uploadFile = endpoint({
  method: 'PUT',
  url: '/imports/:importId/files/:name',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'Send one file of an import',
    params: params.extend({ name: z.string().min(1).max(200) }),
    response: { 200: bringing, ...refusals, 409: problem, 413: problem },
  },
});

export const getImport = endpoint({
  method: 'GET',
  url: '/imports/:importId',
  config: { may: 'imports.read' },
  schema: { tags, summary: 'One import and how far it is', params, response: { 200: bringing, ...refusals } },
});

export const listChanges = endpoint({
  method: 'GET',
  url: '/imports/:importId/changes',
  config: { may: 'imports.read' },
  schema: {
    tags,
    summary: 'What an import would do or did, record by record',
    params,
    querystring: z.strictObject({ kind: z.enum(changeKinds).optional(), ...paging }),
    response: { 200: page(change), ...refusals },
  },
});

export const checkImport = endpoint({
  method: 'POST',
  url: '/imports/:importId/check',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'Read the files and say what they would change; nothing is changed yet',
    params,
    response: { 202: bringing, ...refusals, 409: problem },
  },
});

export const applyImport = endpoint({
  method: 'POST',
  url: '/imports/:importId/apply',
  config: { may: 'imports.apply' },
  schema: {
    tags,
    summary: 'Make the changes that the check showed, all or none',
    params,
    response: { 202: bringing, ...refusals, 409: problem },
  },
});

export const discardImport = endpoint({
  method: 'POST',
  url: '/imports/:importId/discard',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'Put an import away without making its changes',
    params,
    response: { 200: bringing, ...refusals, 409: problem },
  },
});

/** What a stopped check leaves: files that can be changed. What a stopped apply leaves: the preview, as it was. */
export const cancelImport = endpoint({
  method: 'POST',
  url: '/imports/:importId/cancel',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'Stop the check or the apply that is under way; nothing of it is kept',
    params,
    response: { 200: bringing, ...refusals, 409: problem },
  },
});

export const removeFile = endpoint({
  method: 'DELETE',
  url: '/imports/:importId/files/:name',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'Take one file out of an import',
    params: params.extend({ name: z.string().min(1).max(200) }),
    response: { 200: bringing, ...refusals, 409: problem },
  },
});

export const markedRows = ['refused', 'all'] as const;

/** The file's own columns in their order, and two more at the end. They are passed over when the file comes back. */
export const getMarkedFile = endpoint({
  method: 'GET',
  url: '/imports/:importId/files/:name/marked',
  config: { may: 'imports.bring' },
  schema: {
    tags,
    summary: 'A file as it was sent, with what is wrong said row by row, as CSV',
    params: params.extend({ name: z.string().min(1).max(200) }),
    querystring: z.strictObject({ rows: z.enum(markedRows).default('refused') }),
    response: { 200: z.string(), ...refusals, 409: problem },
  },
});

/** A school, a person or a group, and what undoing would do to it. */
export const undoItem = z
  .object({
    verdict: z.enum(undoVerdicts),
    kind: z.enum(['school', 'person', 'group']),
    name: z.string(),
    /** What is put back: how it is now and how it was before. */
    fields: z.array(
      z.object({ field: z.string(), now: z.string().nullable(), before: z.string().nullable() }),
    ),
    /** Fields that were changed since: they stay as they are. */
    kept: z.array(z.string()),
    /** Tables whose rows hang on what the import made, so that it stays. */
    hanging: z.array(z.string()),
  })
  .meta({ id: 'UndoItem' });
export type UndoItem = z.output<typeof undoItem>;

export const previewUndo = endpoint({
  method: 'GET',
  url: '/imports/:importId/undo',
  config: { may: 'imports.apply' },
  schema: {
    tags,
    summary: 'What undoing an applied import would do now, and what stays',
    params,
    querystring: z.strictObject(paging),
    response: {
      200: page(undoItem).extend({
        /** Why it cannot be undone; null when it can. */
        refusal: z.enum(importRefusals).nullable(),
        /** The later import that must be undone first. */
        overtakenBy: z.object({ id: z.guid(), kind: z.enum(importKinds), appliedAt: instant }).nullable(),
        counts: z.record(z.enum(undoVerdicts), z.int()),
        /** Send it back to undo what was seen here, and nothing else. */
        seen: z.string(),
      }),
      ...refusals,
    },
  },
});

export const undoImport = endpoint({
  method: 'POST',
  url: '/imports/:importId/undo',
  config: { may: 'imports.apply' },
  schema: {
    tags,
    summary: 'Undo an applied import, all of it or nothing',
    params,
    body: z.strictObject({ seen: z.string().max(100) }),
    response: { 202: bringing, ...refusals, 409: problem },
  },
});
