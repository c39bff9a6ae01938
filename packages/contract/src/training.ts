import { reviewingRoles } from '@lateral/domain/people/roles';
import { halves, trainingKinds } from '@lateral/domain/training/kinds';
import { z } from 'zod';
import {
  day,
  endpoint,
  instant,
  lines,
  page,
  paging,
  problem,
  refusals,
  versionRefusals,
  words,
} from './endpoint.ts';

const tags = ['training'];
const params = z.object({ sessionId: z.guid() });

/** A time by London's clock: '09:30'. */
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:30');

const place = z.object({
  personId: z.guid(),
  name: z.string(),
  /** The school of theirs through which the asker sees them. */
  schoolName: z.string().nullable(),
  /** Whether they came; null until somebody has said. */
  attended: z.boolean().nullable(),
});

export const trainingSession = z
  .object({
    id: z.guid(),
    version: z.int(),
    kind: z.enum(trainingKinds),
    day,
    half: z.enum(halves),
    startsAt: time,
    endsAt: time,
    place: z.string(),
    places: z.int(),
    booked: z.int(),
    calledOffAt: instant.nullable(),
    /** Places of people whom the asker may book: everybody's for the broker, those of their own schools for others. */
    people: z.array(place),
  })
  .meta({ id: 'TrainingSession' });
export type TrainingSession = z.output<typeof trainingSession>;

const answers = { 200: trainingSession, ...refusals, 409: problem };

export const listSessions = endpoint({
  method: 'GET',
  url: '/training/sessions',
  config: { may: 'training.read' },
  schema: {
    tags,
    summary: 'Training sessions: the next first, or those that are past, the last first',
    querystring: z.strictObject({ when: z.enum(['coming', 'past']).optional(), ...paging }),
    response: { 200: page(trainingSession), ...refusals },
  },
});

export const getSession = endpoint({
  method: 'GET',
  url: '/training/sessions/:sessionId',
  config: { may: 'training.read' },
  schema: { tags, summary: 'One training session', params, response: { 200: trainingSession, ...refusals } },
});

const sessionBody = z.strictObject({
  kind: z.enum(trainingKinds),
  day,
  startsAt: time,
  endsAt: time,
  place: words(200),
  places: z.int().min(1).max(500),
});

export const createSession = endpoint({
  method: 'POST',
  url: '/training/sessions',
  config: { may: 'training.run' },
  schema: {
    tags,
    summary: 'Schedule a training session',
    body: sessionBody,
    response: { 201: trainingSession, ...refusals },
  },
});

export const changeSession = endpoint({
  method: 'PUT',
  url: '/training/sessions/:sessionId',
  config: { may: 'training.run', versioned: true },
  schema: {
    tags,
    summary: 'Change a training session; whoever has booked is told when or where it now is',
    params,
    body: sessionBody.omit({ kind: true }),
    response: { 200: trainingSession, ...refusals, ...versionRefusals },
  },
});

export const callOffSession = endpoint({
  method: 'POST',
  url: '/training/sessions/:sessionId/call-off',
  config: { may: 'training.run' },
  schema: {
    tags,
    summary: 'Call a training session off; everyone who has booked is told',
    params,
    body: z.strictObject({ reason: lines(500) }),
    response: answers,
  },
});

export const bookPlace = endpoint({
  method: 'POST',
  url: '/training/sessions/:sessionId/places',
  config: { may: 'training.book' },
  schema: {
    tags,
    summary: 'Book a place for a reviewer of one’s school',
    params,
    body: z.strictObject({ personId: z.guid() }),
    response: { 201: trainingSession, ...refusals, 409: problem },
  },
});

export const giveUpPlace = endpoint({
  method: 'DELETE',
  url: '/training/sessions/:sessionId/places/:personId',
  config: { may: 'training.book' },
  schema: {
    tags,
    summary: 'Give up a place that is booked',
    params: params.extend({ personId: z.guid() }),
    response: answers,
  },
});

export const recordAttendance = endpoint({
  method: 'PUT',
  url: '/training/sessions/:sessionId/attendance',
  config: { may: 'training.run' },
  schema: {
    tags,
    summary: 'Say who came and who did not, or put it right: coming is what trains them',
    params,
    body: z.strictObject({
      people: z
        .array(z.strictObject({ personId: z.guid(), attended: z.boolean() }))
        .min(1)
        .max(500),
    }),
    response: answers,
  },
});

export const exportSession = endpoint({
  method: 'GET',
  url: '/training/sessions/:sessionId/export',
  config: { may: 'training.run' },
  schema: {
    tags,
    summary: 'Who has booked a session, as a CSV file with formulas made harmless',
    params,
    response: { 200: z.string(), ...refusals },
  },
});

export const trainingStandings = ['trained', 'booked', 'neither'] as const;
export const trainee = z
  .object({
    personId: z.guid(),
    name: z.string(),
    role: z.enum(reviewingRoles),
    schoolId: z.guid(),
    schoolName: z.string(),
    trainedOn: day.nullable(),
    canLead: z.boolean(),
    /** The next sessions that they have booked. */
    booked: z.array(z.object({ sessionId: z.guid(), kind: z.enum(trainingKinds), day })),
    standing: z.enum(trainingStandings),
  })
  .meta({ id: 'Trainee' });
export type Trainee = z.output<typeof trainee>;

export const listTrainees = endpoint({
  method: 'GET',
  url: '/training/people',
  config: { may: 'training.book' },
  schema: {
    tags,
    summary: 'Reviewers whom one may book, with how far they are trained',
    querystring: z.strictObject({
      q: z.string().max(100).optional(),
      standing: z.enum(trainingStandings).optional(),
      ...paging,
    }),
    response: {
      200: page(trainee).extend({
        counts: z.object({ trained: z.int(), booked: z.int(), neither: z.int() }),
      }),
      ...refusals,
    },
  },
});
