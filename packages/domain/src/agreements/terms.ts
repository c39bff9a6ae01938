/** How long a membership under a version holds. */
export const renewals = ['none', 'yearly'] as const;
/** What becomes of a membership when the school is converted to an academy, or has another successor. */
export const conversionRules = ['carries', 'lapses'] as const;
export type ConversionRule = (typeof conversionRules)[number];

export type Terms = {
  /** `yearly`: it ends with the school year unless the school renews it. */
  renewal: (typeof renewals)[number];
  /** How many weeks after a school gives notice its membership ends; 0 for at once. */
  noticeWeeks: number;
  conversion: ConversionRule;
};

/** The most notice that may be asked for: a year. */
export const mostNoticeWeeks = 52;

/** What holds under an agreement that says nothing of it. */
export const termsUnsaid: Terms = { renewal: 'none', noticeWeeks: 0, conversion: 'carries' };

/** What a new partnership begins from: half a term's notice, and a school stays a member when its legal record changes. */
export const usualTerms: Terms = { renewal: 'none', noticeWeeks: 8, conversion: 'carries' };

export const isSameTerms = (a: Terms, b: Terms) =>
  a.renewal === b.renewal && a.noticeWeeks === b.noticeWeeks && a.conversion === b.conversion;

/** The key of the clause that the terms are read as; no other clause has it. */
export const termsKey = 'how-long-it-holds';
export const termsHeading = 'How long membership lasts';

const weeks = (count: number) => (count === 1 ? 'one week' : `${count} weeks`);

/** The terms in words, as the last clause of the text: what is signed says them too. */
export function termsClause({ renewal, noticeWeeks, conversion }: Terms) {
  const lasts =
    renewal === 'yearly'
      ? 'Membership lasts until the end of the school year, 31 August. Each year your school says whether it stays a member for the next. One that joins on or after 1 June is a member until the end of the school year after.'
      : 'Membership lasts until your school gives notice.';
  const notice =
    noticeWeeks === 0
      ? 'Your school can leave at any time, from the day on which it says so.'
      : `Your school can leave at any time. Its membership ends ${weeks(noticeWeeks)} after it gives notice.`;
  const converted =
    conversion === 'carries'
      ? 'When your school becomes an academy, or another school takes its place in the national register, membership carries over.'
      : 'When your school becomes an academy, or another school takes its place in the national register, membership ends. The new school is asked whether it joins.';
  return {
    key: termsKey,
    kind: 'way-of-working' as const,
    heading: termsHeading,
    text: [lasts, notice, converted].join('\n\n'),
  };
}
