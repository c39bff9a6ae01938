import type { Agreement } from '@lateral/contract/agreements';
import { clausesRead } from '@lateral/domain/agreements/clauses';
import { type ClauseChange, compareClauses } from '@lateral/domain/agreements/compare';
import { plural } from '../ui/plural.ts';
import { listWordChanges } from './word-changes.ts';
import { clauseKindWords } from './words.ts';

/** What has changed from one version to another, clause by clause and word by word. */
export function Changes({ before, after }: { before: Agreement; after: Agreement }) {
  const changes = compareClauses(clausesRead(before), clausesRead(after));
  const shown = changes.filter(({ change }) => change !== 'same');
  return (
    <>
      <p>{sumUp(changes, before, after)}</p>
      {before.title !== after.title && (
        <div className="mt-5">
          <h2 className="text-lead">The title</h2>
          <WordChanges before={before.title} after={after.title} />
        </div>
      )}
      <ul className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-6 wrap-anywhere">
        {shown.map((one) => (
          <li key={'after' in one ? one.after.key : one.before.key}>
            <ClauseChangeText one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

const countWords = {
  added: ['is new', 'are new'],
  removed: ['is taken out', 'are taken out'],
  reworded: ['says something else', 'say something else'],
  moved: ['has moved', 'have moved'],
  same: ['is as it was', 'are as they were'],
} as const;

/** What has changed, in one sentence. */
function sumUp(changes: readonly ClauseChange[], before: Agreement, after: Agreement) {
  const parts = (Object.keys(countWords) as ClauseChange['change'][]).flatMap((change) => {
    const n = changes.filter((one) => one.change === change).length;
    return n > 0 ? `${plural(n, 'clause')} ${countWords[change][n === 1 ? 0 : 1]}` : [];
  });
  return `From version ${before.number} to version ${after.number}: ${parts.join(', ')}.`;
}

function ClauseChangeText({ one }: { one: ClauseChange }) {
  if (one.change === 'added' || one.change === 'removed') {
    const clause = one.change === 'added' ? one.after : one.before;
    const what = one.change === 'added' ? 'New' : 'Taken out';
    return (
      <>
        <h2 className="text-lead">{clause.heading}</h2>
        <p className="text-sm text-muted">
          {what}: it {one.change === 'added' ? 'is' : 'was'} clause {one.at}, a{' '}
          {clauseKindWords[clause.kind].toLowerCase()}
        </p>
        <p className="mt-1.5 max-w-prose whitespace-pre-line">
          <Marked change={one.change}>{clause.text}</Marked>
        </p>
      </>
    );
  }
  const { before, after, from, at } = one;
  return (
    <>
      <h2 className="text-lead">
        <Words before={before.heading} after={after.heading} />
      </h2>
      <p className="text-sm text-muted">
        {one.hasMoved ? `Moved: it was clause ${from}, and is clause ${at}` : `Clause ${at}`}
        {before.kind !== after.kind &&
          `. It was a ${clauseKindWords[before.kind].toLowerCase()}, and is a ${clauseKindWords[after.kind].toLowerCase()}`}
      </p>
      {one.change === 'reworded' && <WordChanges before={before.text} after={after.text} />}
    </>
  );
}

const WordChanges = (texts: { before: string; after: string }) => (
  <p className="mt-1.5 max-w-prose whitespace-pre-line">
    <Words {...texts} />
  </p>
);

const Words = ({ before, after }: { before: string; after: string }) =>
  listWordChanges(before, after).map(({ text, change, place }) => (
    <Marked key={place} change={change}>
      {text}
    </Marked>
  ));

/** Words that were put in are underlined, and those taken out struck through: colour is never all that tells. */
function Marked({ change, children }: { change: 'same' | 'added' | 'removed'; children: string }) {
  if (change === 'same') return children;
  const Element = change === 'added' ? 'ins' : 'del';
  const look =
    change === 'added' ? 'bg-good-soft text-good underline' : 'bg-risk-soft text-risk line-through';
  return (
    <Element className={`rounded-xs decoration-2 ${look}`}>
      <span className="sr-only">{change === 'added' ? ' (put in: ' : ' (taken out: '}</span>
      {children}
      <span className="sr-only">) </span>
    </Element>
  );
}
