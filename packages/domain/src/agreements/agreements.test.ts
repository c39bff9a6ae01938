import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import { type Clause, clauseKinds, findClauseFault, namedConsents, type Wording } from './clauses.ts';
import { compareClauses } from './compare.ts';
import {
  findInForce,
  refuseChange,
  refuseIssue,
  refuseOffer,
  refuseWithdrawal,
  saysTheSame,
} from './states.ts';
import { templateFor } from './template.ts';
import { termsClause, termsUnsaid, usualTerms } from './terms.ts';

const clause = (key: string, change: Partial<Clause> = {}): Clause => ({
  key,
  kind: 'right',
  heading: `Heading of ${key}`,
  text: `Text of ${key}`,
  ...change,
});
const consents = namedConsents.map((key) => clause(key, { kind: 'consent' }));
const wording = (change: Partial<Wording> = {}): Wording => ({
  title: 'Membership',
  clauses: consents,
  terms: termsUnsaid,
  ...change,
});

describe('the clauses of a version', () => {
  test.each([
    ['both consents and a right', [clause('vote'), ...consents], null],
    ['two of one key', [clause('a'), ...consents, clause('a', { heading: 'B' })], ['same-key', 3]],
    [
      'two of one heading, in capitals',
      [clause('a'), ...consents, clause('b', { heading: 'HEADING OF A' })],
      ['same-heading', 3],
    ],
    ['a heading that cannot be seen', [clause('a', { heading: '\u200b' }), ...consents], ['no-letters', 0]],
    [
      'two headings that read the same',
      [clause('a', { heading: 'Caf\u00e9  bar' }), ...consents, clause('b', { heading: 'Cafe\u0301 bar' })],
      ['same-heading', 3],
    ],
    ['no consent to share data', consents.slice(0, 1), ['consent-missing', null]],
    ['no consent to share outcomes', consents.slice(1), ['consent-missing', null]],
    [
      'a consent that is only a benefit',
      [consents[0] as Clause, clause('share-data', { kind: 'benefit' })],
      ['consent-kind', 1],
    ],
    ['one by the key of the terms', [clause('how-long-it-holds'), ...consents], ['terms-key', 0]],
    [
      'one under the heading of the terms',
      [...consents, clause('a', { heading: 'How long  membership LASTS' })],
      ['terms-heading', 2],
    ],
    ['nothing at all', [], ['consent-missing', null]],
  ] as const)('%s', (_, clauses, expected) => {
    const found = findClauseFault(clauses);
    expect(found && [found.fault, found.at]).toEqual(expected);
  });

  test('of the template have no fault, every kind, and the whole of what was consulted on', () => {
    const { title, clauses } = templateFor('Vale Schools');
    expect(findClauseFault(clauses)).toBeNull();
    expect(title).toContain('Vale Schools');
    expect(new Set(clauses.map(({ kind }) => kind))).toEqual(new Set(clauseKinds));
    const count = (kind: string) => clauses.filter((one) => one.kind === kind).length;
    // The consultation: six principles, two votes, four initial benefits and the hubs, peer review both ways, two consents.
    expect(Object.fromEntries(clauseKinds.map((kind) => [kind, count(kind)]))).toEqual({
      'way-of-working': 6,
      right: 2,
      benefit: 5,
      responsibility: 1,
      consent: 2,
    });
  });
});

describe('the state of a version', () => {
  const version = (number: number, state: 'draft' | 'offered' | 'issued' | 'withdrawn') => ({
    id: String(number),
    number,
    state,
  });
  test.each([
    ['none at all', [], null],
    ['a draft', [version(1, 'draft')], null],
    ['one issued and the next offered', [version(1, 'issued'), version(2, 'offered')], '1'],
    ['two issued', [version(2, 'issued'), version(1, 'issued')], '2'],
    ['the newest withdrawn', [version(1, 'issued'), version(2, 'withdrawn')], null],
    ['one issued after one withdrawn', [version(1, 'withdrawn'), version(2, 'issued')], '2'],
  ])('in force of %s', (_, versions, id) => {
    expect(findInForce(versions)?.id ?? null).toBe(id);
  });

  test.each([
    ['a draft that is new', 'draft', wording(), null, null],
    ['a draft that changes a word', 'draft', wording({ title: 'Members' }), wording(), null],
    ['a draft that changes nothing', 'draft', wording(), wording(), 'nothing-changed'],
    ['what is offered', 'offered', wording(), null, 'offered-already'],
    ['what is issued', 'issued', wording(), null, 'words-stand'],
    ['what is withdrawn', 'withdrawn', wording(), null, 'words-stand'],
  ] as const)('offering %s', (_, state, draft, inForce, refusal) => {
    expect(refuseOffer(state, draft, inForce)).toBe(refusal);
  });

  test.each([
    ['a second person', 'offered', 'chair', null],
    ['whoever offered it', 'offered', 'broker', 'same-person-twice'],
    ['anybody, a draft', 'draft', 'chair', 'not-offered'],
    ['anybody, twice', 'issued', 'chair', 'words-stand'],
    ['anybody, after it was withdrawn', 'withdrawn', 'chair', 'words-stand'],
  ] as const)('%s issues', (_, state, personId, refusal) => {
    expect(refuseIssue({ state, offeredBy: 'broker', consentBy: null }, personId, '2026-11-23')).toBe(
      refusal,
    );
  });

  test.each([
    ['2026-11-24', null],
    ['2026-11-23', 'consent-day-past'],
  ])('members are asked to consent by %s, which on the 23rd is %s', (consentBy, refusal) => {
    expect(refuseIssue({ state: 'offered', offeredBy: 'a', consentBy }, 'b', '2026-11-23')).toBe(refusal);
  });

  test('words stand once they are issued, and only then can be withdrawn', () => {
    const states = ['draft', 'offered', 'issued', 'withdrawn'] as const;
    expect(states.map(refuseChange)).toEqual([null, null, 'words-stand', 'words-stand']);
    expect(states.map(refuseWithdrawal)).toEqual(['not-issued', 'not-issued', null, 'not-issued']);
  });

  test.each([
    ['the same', {}, true],
    ['another title', { title: 'Other' }, false],
    ['one clause more', { clauses: [...consents, clause('a')] }, false],
    ['another order', { clauses: consents.toReversed() }, false],
    ['other terms', { terms: usualTerms }, false],
    ['another word', { clauses: [consents[0] as Clause, clause('share-data', { text: 'X' })] }, false],
  ])('two versions of %s', (_, change, isSame) => {
    expect(saysTheSame(wording(), wording(change))).toBe(isSame);
  });
});

describe('the text that is issued', () => {
  test('is written out to the letter', () => {
    const { clauses } = wording({
      clauses: [clause('vote', { text: 'One.\n\nTwo.' }), consents[1] as Clause],
    });
    expect(canonicalText('Vale Schools', 2, wording({ title: 'Membership agreement', clauses }))).toBe(
      'Membership agreement\n\nVale Schools\nVersion 2\n\n1. Heading of vote (Right)\n\n  One.\n\n  Two.\n\n2. Heading of share-data (Consent)\n\n  Text of share-data\n',
    );
  });

  test('says its terms as the last clause, when it has any', () => {
    const terms = { renewal: 'yearly', noticeWeeks: 1, conversion: 'lapses' } as const;
    expect(canonicalText('V', 1, wording({ clauses: [clause('vote')], terms }))).toBe(
      'Membership\n\nV\nVersion 1\n\n1. Heading of vote (Right)\n\n  Text of vote\n\n2. How long membership lasts (Way of working)\n\n  Membership lasts until the end of the school year, 31 August. Each year your school says whether it stays a member for the next. One that joins on or after 1 June is a member until the end of the school year after.\n\n  Your school can leave at any time. Its membership ends one week after it gives notice.\n\n  When your school becomes an academy, or another school takes its place in the national register, membership ends. The new school is asked whether it joins.\n',
    );
    const said = [usualTerms, { ...usualTerms, noticeWeeks: 0, renewal: 'yearly' as const }].map(
      (one) => termsClause(one).text,
    );
    expect(said[0]).toContain('until your school gives notice');
    expect(said[0]).toContain('ends 8 weeks after');
    expect(said[0]).toContain('membership carries over');
    expect(said[1]).toContain('from the day on which it says so');
  });

  test('of one clause cannot be taken for that of two', () => {
    const one = clause('a', { text: 'Text of a\n\n2. Heading of b (Right)\n\nText of b' });
    const [as, bs] = [clause('a'), clause('b')];
    expect(canonicalText('V', 1, wording({ clauses: [one] }))).not.toBe(
      canonicalText('V', 1, wording({ clauses: [as, bs] })),
    );
  });

  test('is the same whichever browser it was typed in', () => {
    const text = (one: string) => canonicalText('V', 1, wording({ clauses: [clause('a', { text: one })] }));
    expect(text('Caf\u0065\u0301  \r\nbar ')).toBe(text('Caf\u00e9\nbar'));
    expect(text('Cafe\nbar')).not.toBe(text('Caf\u00e9\nbar'));
  });
});

describe('what has changed between two versions', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => clause(key)) as [Clause, Clause, Clause, Clause];
  const changesOf = (before: Clause[], after: Clause[]) =>
    compareClauses(before, after).map((one) => [one.change, 'after' in one ? one.after.key : one.before.key]);

  test.each([
    ['nothing', [a, b], [a, b], ['same a', 'same b']],
    ['one put in', [a, b], [a, c, b], ['same a', 'added c', 'same b']],
    ['the first taken out', [a, b], [b], ['removed a', 'same b']],
    ['one taken out of the middle', [a, b, c], [a, c], ['same a', 'removed b', 'same c']],
    ['two taken out side by side', [a, b, c, d], [a, d], ['same a', 'removed b', 'removed c', 'same d']],
    ['one moved to the end', [a, b, c], [b, c, a], ['same b', 'same c', 'moved a']],
    ['one reworded', [a, b], [a, clause('b', { text: 'New' })], ['same a', 'reworded b']],
    ['a kind changed', [a], [clause('a', { kind: 'benefit' })], ['reworded a']],
    ['everything', [a, b], [c, d], ['removed a', 'removed b', 'added c', 'added d']],
  ])('%s', (_, before, after, expected) => {
    expect(changesOf(before, after).map((one) => one.join(' '))).toEqual(expected);
  });

  test('says of a clause that is reworded that it has moved too', () => {
    const [first] = compareClauses([a, b, c], [clause('c', { text: 'New' }), a, b]);
    expect(first).toMatchObject({ change: 'reworded', from: 3, at: 1, hasMoved: true });
  });

  test('gives back both versions, whatever was done', () => {
    const clauses = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...'abcdefgh'),
        kind: fc.constantFrom(...clauseKinds),
        heading: fc.constantFrom('x', 'y'),
        text: fc.constantFrom('1', '2'),
      }),
      { selector: ({ key }) => key, maxLength: 8 },
    );
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const changes = compareClauses(before, after);
        expect(changes.flatMap((one) => ('after' in one ? [one.after] : []))).toEqual(after);
        const was = changes.flatMap((one) => ('before' in one ? [one.before] : []));
        expect(new Set(was)).toEqual(new Set(before));
        expect(was).toHaveLength(before.length);
        // Those that stay put are in the order in which they were.
        const staying = changes.flatMap((one) => (one.change === 'same' ? [one.from] : []));
        expect(staying).toEqual(staying.toSorted((x, y) => x - y));
        if (saysTheSame(wording({ clauses: before }), wording({ clauses: after })))
          expect(changes.every(({ change }) => change === 'same')).toBe(true);
      }),
    );
  });
});
