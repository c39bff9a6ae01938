import type { Db } from '@lateral/db/client';
import { decide } from '@lateral/domain/policy';
import { permissionOfScreen, refuseView, type ViewScreen } from '@lateral/domain/views/views';
import type { Actor } from '../actor.ts';
import { forbidden, notFound, refused } from '../problems.ts';
import { findView, listOthersOf, lockOwner, recordChange, recordView, removeView } from './queries.ts';

type NewView = { screen: ViewScreen; name: string; filters: Record<string, string>; isShared: boolean };
type Change = {
  name?: string | undefined;
  isShared?: boolean | undefined;
  filters?: Record<string, string> | undefined;
};

export const mayOpen = ({ roles }: Pick<Actor, 'roles'>, screen: ViewScreen) =>
  typeof decide(roles, permissionOfScreen[screen]) === 'object';

/** Keeps a list's filters under a name of the actor's own. @returns the view's id */
export async function addView(db: Db, actor: Actor, view: NewView) {
  if (!mayOpen(actor, view.screen)) throw forbidden();
  await lockOwner(db, actor.personId);
  const refusal = refuseView(view.name, await listOthersOf(db, actor.personId));
  if (refusal) throw refused(refusal);
  return recordView(db, { partnershipId: actor.partnershipId, ownerId: actor.personId, ...view });
}

/** Renames a view, shares it or gives it other filters. Only its owner may; a private one of others is not there at all. */
export async function changeView(db: Db, actor: Actor, viewId: string, { name, isShared, filters }: Change) {
  await lockOwn(db, actor, viewId);
  const refusal =
    name === undefined ? null : refuseView(name, await listOthersOf(db, actor.personId, viewId));
  if (refusal) throw refused(refusal);
  await recordChange(db, viewId, {
    ...(name !== undefined && { name }),
    ...(isShared !== undefined && { isShared }),
    ...(filters !== undefined && { filters }),
  });
}

export async function dropView(db: Db, actor: Actor, viewId: string) {
  await lockOwn(db, actor, viewId);
  await removeView(db, viewId);
}

/** Holds the actor's views, and refuses one that is not theirs. */
async function lockOwn(db: Db, actor: Actor, viewId: string) {
  await lockOwner(db, actor.personId);
  const view = await findView(db, viewId, actor.personId);
  if (!view) throw notFound();
  if (view.ownerId !== actor.personId) throw forbidden();
}
