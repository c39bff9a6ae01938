import { batchStates, reminderKinds, reminderRefusals } from '@lateral/domain/reminders/reminders';
import { z } from 'zod';
import { endpoint, problem, refusals, words } from './endpoint.ts';

const tags = ['reminders'];
const params = z.object({ batchId: z.guid() });

const chosen = {
  kind: z.enum(reminderKinds),
  /** Of people for `train`, of schools for everything else. */
  ids: z.array(z.guid()).min(1, 'must name somebody').max(5000),
  /** The sender's own line in every mail. */
  note: words(300).optional(),
};

export const reminderPreview = z
  .object({
    mails: z.array(
      z.object({ personId: z.guid(), name: z.string(), email: z.string(), schools: z.array(z.string()) }),
    ),
    /** Those who get none, and why. */
    left: z.array(
      z.object({
        /** Of the person, or of the school when nobody is known there. */
        id: z.guid(),
        name: z.string().nullable(),
        schoolName: z.string().nullable(),
        why: z.enum(reminderRefusals),
      }),
    ),
    /** The first of the mails, word for word; null when there is none. */
    example: z.object({ subject: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'ReminderPreview' });
export type ReminderPreview = z.output<typeof reminderPreview>;

export const previewReminders = endpoint({
  method: 'POST',
  url: '/reminders/preview',
  config: { may: 'reminders.send' },
  schema: {
    tags,
    summary: 'Who would be reminded, who would not and why, and in which words; nothing is sent',
    body: z.strictObject(chosen),
    response: { 200: reminderPreview, ...refusals },
  },
});

export const reminderBatch = z
  .object({ state: z.enum(batchStates), mails: z.int(), holdSeconds: z.int() })
  .meta({ id: 'ReminderBatch' });

export const sendReminders = endpoint({
  method: 'PUT',
  url: '/reminders/:batchId',
  config: { may: 'reminders.send' },
  schema: {
    tags,
    summary: 'Send reminders ten seconds from now; the same id again sends nothing more',
    params,
    body: z.strictObject(chosen),
    response: { 200: reminderBatch, ...refusals, 409: problem },
  },
});

export const undoReminders = endpoint({
  method: 'POST',
  url: '/reminders/:batchId/undo',
  config: { may: 'reminders.send' },
  schema: {
    tags,
    summary: 'Withdraw reminders that have not gone yet: all of them, or none',
    params,
    response: { 200: reminderBatch, ...refusals, 409: problem },
  },
});
