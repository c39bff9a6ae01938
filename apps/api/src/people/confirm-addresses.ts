import type { Db } from '@lateral/db/client';
import { isRoleMailbox } from '@lateral/domain/sign-in/codes';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { notFound } from '../problems.ts';
import { lockPeople, recordAddressConfirmed } from './queries.ts';

type Confirming = { personIds: string[]; confirmed: boolean };

/**
 * The broker confirms that addresses are their people's own, so that a code may be sent there (security.md §5). Role
 * mailboxes are left out, and so is the broker's own address: somebody else confirms that.
 */
export async function confirmAddresses(
  db: Db,
  actor: Actor,
  { personIds, confirmed }: Confirming,
  now: Date,
) {
  const ids = [...new Set(personIds)];
  const found = await lockPeople(db, ids);
  if (found.length < ids.length) throw notFound();
  const own = found.filter(({ email }) => !isRoleMailbox(email));
  const changing = own.filter(
    ({ personId, addressConfirmedAt }) =>
      (addressConfirmedAt !== null) !== confirmed && !(confirmed && personId === actor.personId),
  );
  const changed = changing.map(({ personId }) => personId);
  if (changed.length > 0) {
    await recordAddressConfirmed(db, changed, {
      addressConfirmedAt: confirmed ? now : null,
      addressConfirmedBy: confirmed ? actor.personId : null,
    });
    const kind = confirmed ? 'addresses-confirmed' : 'addresses-unconfirmed';
    await recordEvents(db, actor, [{ kind, detail: { people: changed.length } }], now);
    const told = confirmed ? ('address-confirmed' as const) : ('address-unconfirmed' as const);
    const notices = changed.map((personId) => ({ kind: told, personId }));
    await notify(db, actor, notices, now);
  }
  return { changed: changed.length, roleMailboxes: found.length - own.length };
}
