import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import { clauseKinds } from './clauses.ts';
import { readSealedText } from './sealed-text.ts';
import { termsUnsaid } from './terms.ts';

test('a sealed text is read in its parts, and a line that looks like a heading stays in its clause', () => {
  const text = canonicalText('Vale', 2, {
    title: 'Membership agreement',
    terms: termsUnsaid,
    clauses: [
      { key: 'a', kind: 'right', heading: 'A vote', text: 'One.\nTwo.\n\n2. Not a heading (Right)' },
      { key: 'b', kind: 'consent', heading: 'Sharing data', text: 'Yes.' },
    ],
  });
  expect(readSealedText(text)).toEqual({
    title: 'Membership agreement',
    lines: ['Vale', 'Version 2'],
    clauses: [
      { heading: '1. A vote (Right)', paragraphs: ['One.\nTwo.', '2. Not a heading (Right)'] },
      { heading: '2. Sharing data (Consent)', paragraphs: ['Yes.'] },
    ],
  });
});

test('no letter of what was signed is lost or moved', () => {
  const word = fc.stringMatching(/^[A-Za-zŵ0-9][A-Za-zŵ0-9 .()]{0,20}$/);
  const clause = fc.record({
    key: fc.constant('k'),
    kind: fc.constantFrom(...clauseKinds),
    heading: word,
    text: fc.array(fc.oneof(word, fc.constantFrom('\n', '\n\n', '\n\n\n', '  set in')), { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(clause, { minLength: 1, maxLength: 5 }), (clauses) => {
      const wording = clauses.map((one) => ({ ...one, text: `x${one.text.join('')}` }));
      const text = canonicalText('Vale', 1, { title: 'Agreement', clauses: wording, terms: termsUnsaid });
      const { title, lines, clauses: read } = readSealedText(text);
      const all = [title, ...lines, ...read.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])];
      expect(all.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(read).toHaveLength(clauses.length);
    }),
  );
});
