import { expect, test } from 'vitest';
import { readMemberSearch } from './search.ts';

test.each([
  [{}, {}],
  [{ standing: 'agreed,opened' }, { standing: 'opened,agreed' }],
  [{ standing: 'lunch' }, {}],
  [
    { standing: 'lunch,left', needs: 'consent' },
    { standing: 'left', needs: 'consent' },
  ],
  [{ standing: ['left'], needs: 3, phase: 'x', cluster: '1', q: '  ' }, {}],
  [
    { q: ' oak ', phase: 'special', cluster: 'none' },
    { q: 'oak', phase: 'special', cluster: 'none' },
  ],
])('the address %j is read as %j', (raw, search) => {
  expect(readMemberSearch(raw)).toEqual(search);
});
