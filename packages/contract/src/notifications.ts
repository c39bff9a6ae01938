import { noticeKinds } from '@lateral/domain/notifications/kinds';
import { channels, topicKeys } from '@lateral/domain/notifications/topics';
import { z } from 'zod';
import { endpoint, instant, page, paging, problem, refusals } from './endpoint.ts';

const tags = ['notifications'];
const id = z.string().regex(/^\d{1,15}$/, 'must be the number of a notification');

export const notification = z
  .object({
    id: z.int(),
    topic: z.enum(topicKeys),
    kind: z.enum(noticeKinds),
    detail: z.record(z.string(), z.json()),
    school: z.object({ id: z.guid(), name: z.string() }).nullable(),
    at: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.output<typeof notification>;

export const listNotifications = endpoint({
  method: 'GET',
  url: '/notifications',
  config: { may: 'notifications.read' },
  schema: {
    tags,
    summary: 'What you have been told, newest first',
    querystring: z.strictObject({ show: z.enum(['unread']).optional(), ...paging }),
    response: { 200: page(notification), ...refusals },
  },
});

const unread = z.object({
  /** How many you have not read; 100 stands for 100 and more. */
  unread: z.int(),
});

export const countNotifications = endpoint({
  method: 'GET',
  url: '/notifications/unread',
  config: { may: 'notifications.read' },
  schema: { tags, summary: 'How many you have not read', response: { 200: unread, ...refusals } },
});

export const readNotification = endpoint({
  method: 'POST',
  url: '/notifications/:notificationId/read',
  config: { may: 'notifications.update' },
  schema: {
    tags,
    summary: 'Mark one as read',
    params: z.object({ notificationId: id }),
    response: { 200: unread, ...refusals },
  },
});

export const readNotifications = endpoint({
  method: 'POST',
  url: '/notifications/read',
  config: { may: 'notifications.update' },
  schema: {
    tags,
    summary: 'Mark as read everything up to one that you have seen, and nothing that came after it',
    body: z.strictObject({ upTo: z.int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    response: { 200: unread, ...refusals },
  },
});

const choice = z
  .object({ topic: z.enum(topicKeys), channel: z.enum(channels) })
  .meta({ id: 'NotificationChoice' });

export const listChoices = endpoint({
  method: 'GET',
  url: '/notifications/choices',
  config: { may: 'notifications.read' },
  schema: {
    tags,
    summary: 'Where each topic that can concern you reaches you',
    response: { 200: z.object({ items: z.array(choice) }), ...refusals },
  },
});

export const chooseChannel = endpoint({
  method: 'PUT',
  url: '/notifications/choices/:topic',
  config: { may: 'notifications.update' },
  schema: {
    tags,
    summary: 'Say where a topic should reach you',
    params: z.object({ topic: z.enum(topicKeys) }),
    body: z.strictObject({ channel: z.enum(channels) }),
    response: { 200: choice, ...refusals, 409: problem },
  },
});

/** Whose daily mail it is, signed. */
const unsubscribing = z.strictObject({
  token: z.string().regex(/^[\w-]{1,50}\.[\w-]{1,50}\.[\w-]{20,100}$/, 'is not complete'),
});

export const openUnsubscribe = endpoint({
  method: 'GET',
  url: '/notifications/unsubscribe',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Go to the page that asks whether to stop the daily mail; nothing is changed',
    querystring: unsubscribing,
    response: { 302: z.void(), 400: problem },
  },
});

export const unsubscribe = endpoint({
  method: 'POST',
  url: '/notifications/unsubscribe',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Stop the daily mail, without signing in (RFC 8058)',
    querystring: unsubscribing,
    response: { 200: z.object({ stopped: z.literal(true) }), 400: problem, 404: problem },
  },
});
