import type { Db } from '@lateral/db/client';
import type { Clause } from '@lateral/domain/agreements/clauses';
import type { Actor } from '../actor.ts';
import { beginDraft, issueVersion, offerDraft, rewordDraft } from '../agreements/change-version.ts';
import { lockVersion } from '../agreements/queries.ts';

/** What the invented county is about to change: one clause says more, and one is new. */
const moreNews =
  'You hear once a month about the partnership’s priorities, which draw on what the reviews find, and about what schools are doing. Practical resources are shared with the news.';
const newClause: Clause = {
  key: 'say-who-leads',
  kind: 'responsibility',
  heading: 'Telling us who leads',
  text: 'Each September your school tells the broker who its headteacher, its second leader and its chair of governors are.',
};

/** Gives the demonstration an agreement in force, and the next version as a draft. */
export async function demonstrateAgreement(db: Db, broker: Actor, secondPerson: string, now: Date) {
  const first = await beginDraft(db, broker, now);
  await offerDraft(db, broker, await readOf(db, first), now);
  await issueVersion(db, { ...broker, personId: secondPerson }, await readOf(db, first), now);
  const next = await beginDraft(db, broker, now);
  const draft = await lockVersion(db, next);
  if (!draft) throw new Error('the draft is not there');
  const clauses = draft.clauses.map((clause) =>
    clause.key === 'benefit-news' ? { ...clause, text: moreNews } : clause,
  );
  const place = clauses.findIndex(({ key }) => key === 'share-review-outcomes');
  const wording = { title: draft.title, clauses: clauses.toSpliced(place, 0, newClause) };
  await rewordDraft(db, broker, draft, wording, now);
}

async function readOf(db: Db, id: string) {
  const row = await lockVersion(db, id);
  return { id, version: row?.version ?? 0 };
}
