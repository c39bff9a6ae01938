import type { Db } from '@lateral/db/client';
import { type AgreementState, findInForce } from '@lateral/domain/agreements/states';
import { decide } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { findVersion, listVersions } from './queries.ts';

type Row = Awaited<ReturnType<typeof listVersions>>[number];

/** A draft is its writers' alone; whoever may issue sees one once it is offered; what was issued is everybody's. */
export function seenStates({ roles }: Actor): AgreementState[] {
  const may = (permission: Parameters<typeof decide>[1]) => typeof decide(roles, permission) === 'object';
  if (may('agreements.draft')) return ['draft', 'offered', 'issued', 'withdrawn'];
  return may('agreements.issue') ? ['offered', 'issued', 'withdrawn'] : ['issued', 'withdrawn'];
}

/** The versions that an actor may see, newest first. */
export async function describeVersions(db: Db, actor: Actor) {
  const rows = await listVersions(db, seenStates(actor));
  const inForce = findInForce(rows);
  return rows.map((row) => describe(row, actor, inForce?.id));
}

/** One version with its words. @throws 404 for one that the actor may not see */
export async function describeVersion(db: Db, actor: Actor, id: string) {
  const row = await findVersion(db, id, seenStates(actor));
  if (!row) throw notFound();
  return describeWhole(row, actor, findInForce(await listVersions(db, ['issued', 'withdrawn']))?.id);
}

/** A version that was read, with its words. */
export function describeWhole(
  row: NonNullable<Awaited<ReturnType<typeof findVersion>>>,
  actor: Actor,
  inForceId: string | undefined,
) {
  const { version, clauses, terms, sealedText, sha256 } = row;
  return {
    ...describe(row, actor, inForceId),
    version,
    clauses,
    terms,
    sealed: sealedText !== null && sha256 !== null ? { text: sealedText, sha256 } : null,
  };
}

function describe(row: Row, actor: Actor, inForceId: string | undefined) {
  const { id, number, title, state, changedAt, consentBy, offeredAt, issuedAt, withdrawnAt, withdrawnWhy } =
    row;
  return {
    id,
    number,
    title,
    state,
    isInForce: id === inForceId,
    changedAt,
    consentBy,
    offered: offeredAt && { by: row.offerer ?? '', at: offeredAt, isMine: row.offeredBy === actor.personId },
    issued: issuedAt && { by: row.issuer ?? '', at: issuedAt },
    withdrawn: withdrawnAt && { by: row.withdrawer ?? '', at: withdrawnAt, why: withdrawnWhy ?? '' },
  };
}
