import { viewScreens } from '@lateral/domain/views/views';
import { z } from 'zod';
import { endpoint, problem, refusals, words } from './endpoint.ts';

const tags = ['views'];
const params = z.object({ viewId: z.guid() });

/** What stands in the list's address after the question mark, key by key. */
const filters = z
  .record(z.string().regex(/^[a-z]{1,20}$/, 'must be the name of a filter'), words(200))
  .refine((given) => Object.keys(given).length <= 12, 'must have at most 12 filters');
const name = words(60);

export const view = z
  .object({
    id: z.guid(),
    screen: z.enum(viewScreens),
    name: z.string(),
    filters: z.record(z.string(), z.string()),
    isShared: z.boolean(),
    isMine: z.boolean(),
    /** Whose it is. */
    owner: z.string(),
    /** How many rows the caller finds in it; null where that is not cheap to know. */
    count: z.int().nullable(),
  })
  .meta({ id: 'View' });
export type View = z.output<typeof view>;

export const listViews = endpoint({
  method: 'GET',
  url: '/views',
  config: { may: 'views.read' },
  schema: {
    tags,
    summary: 'Your saved views and those that are shared with the team, of lists that you may open',
    response: { 200: z.object({ items: z.array(view) }), ...refusals },
  },
});

export const addView = endpoint({
  method: 'POST',
  url: '/views',
  config: { may: 'views.update' },
  schema: {
    tags,
    summary: 'Keep the filters of a list under a name',
    body: z.strictObject({ screen: z.enum(viewScreens), name, filters, isShared: z.boolean() }),
    response: { 201: view, ...refusals, 409: problem },
  },
});

export const changeView = endpoint({
  method: 'PATCH',
  url: '/views/:viewId',
  config: { may: 'views.update' },
  schema: {
    tags,
    summary: 'Rename your view, share it or stop sharing it, or give it other filters',
    params,
    body: z
      .strictObject({ name: name.optional(), isShared: z.boolean().optional(), filters: filters.optional() })
      .refine((change) => Object.keys(change).length > 0, 'must change something'),
    response: { 200: view, ...refusals, 409: problem },
  },
});

export const removeView = endpoint({
  method: 'DELETE',
  url: '/views/:viewId',
  config: { may: 'views.update' },
  schema: {
    tags,
    summary: 'Take your view away, from the team too',
    params,
    response: { 204: z.void(), ...refusals },
  },
});
