import type { ErasureRefusal } from '@lateral/domain/erasures/erasures';

export const erasureErrorWords: Record<ErasureRefusal, string> = {
  'erase-yourself': 'You cannot erase yourself. Ask another broker.',
  'last-broker': 'They are the partnership’s only broker. Give it another one first.',
};

/** What goes with a person, where the number is told. A part that has no words here is counted with the rest. */
export const goesWords: Record<string, [one: string, many: string]> = {
  mail: ['mail to them', 'mails to them'],
  history: ['line of the history that names them', 'lines of the history that name them'],
  savedViews: ['saved view', 'saved views'],
  awayDays: ['day away', 'days away'],
  delegations: [
    'time that somebody prepared things for another',
    'times that somebody prepared things for another',
  ],
  recoveries: ['request for a new address', 'requests for a new address'],
  reminders: ['reminder', 'reminders'],
  tokens: [
    'token, with which a program can do nothing any more',
    'tokens, with which programs can do nothing any more',
  ],
};
