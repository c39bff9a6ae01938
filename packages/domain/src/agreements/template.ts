import type { Wording } from './clauses.ts';
import { usualTerms } from './terms.ts';

/**
 * The agreement that a new partnership begins from. Its rights, benefits, responsibilities and consents are those of
 * the consultation ("The proposed membership and governance structure"), and its ways of working the six principles
 * ("The principles underpinning a Gloucestershire Schools Partnership"), with the partnership's own name.
 */
export const templateFor = (partnership: string): Wording => ({
  title: `Membership agreement of ${partnership}`,
  terms: usualTerms,
  clauses: [
    {
      key: 'open-to-all',
      kind: 'way-of-working',
      heading: 'Open to all schools',
      text: 'Any state school in the area can be a member, whatever its type. All schools are treated equally.',
    },
    {
      key: 'progress-of-all',
      kind: 'way-of-working',
      heading: 'For every child and young person',
      text: 'We support the progress and achievement of all children and young people in the area.',
    },
    {
      key: 'led-by-headteachers',
      kind: 'way-of-working',
      heading: 'Led by headteachers',
      text: 'Headteachers lead the partnership. They have the support of key partners: the local authority, governors, the diocese and the regional schools commissioner.',
    },
    {
      key: 'releasing-capacity',
      kind: 'way-of-working',
      heading: 'Everyone has something to offer and something to learn',
      text: 'We release the capacity and expertise that schools already have, so that they can support one another. We hold that every school has something to offer and something to learn.',
    },
    {
      key: 'non-punitive',
      kind: 'way-of-working',
      heading: 'A safe place to say what needs to improve',
      text: 'A school can say what it needs to improve, and be helped to do something about it. No school is punished for what it says.',
    },
    {
      key: 'action-and-impact',
      kind: 'way-of-working',
      heading: 'Action, evidence and impact',
      text: 'We act. We base what we do on evidence, and we judge it by the difference that it makes.',
    },
    {
      key: 'vote-for-board',
      kind: 'right',
      heading: 'A vote for the board',
      text: 'Your school can vote for the people who sit on the partnership board.',
    },
    {
      key: 'vote-at-agm',
      kind: 'right',
      heading: 'A vote at the annual general meeting',
      text: 'Your school can vote on key decisions at the annual general meeting.',
    },
    {
      key: 'benefit-review',
      kind: 'benefit',
      heading: 'A review each year',
      text: 'Once a year, three school leaders from other schools spend a day with you and carry out a high-quality peer review.',
    },
    {
      key: 'benefit-support',
      kind: 'benefit',
      heading: 'Support that has been checked',
      text: 'You can give and receive support from school to school. You have a directory of support whose quality has been checked, prices that are set in the same way for everyone, and the help of a broker in finding what is right for you.',
    },
    {
      key: 'benefit-hubs',
      kind: 'benefit',
      heading: 'Learning hubs',
      text: 'You can take part in learning hubs, where schools learn from one another for a set time.',
    },
    {
      key: 'benefit-news',
      kind: 'benefit',
      heading: 'Regular news',
      text: 'You hear regularly about the partnership’s priorities, which draw on what the reviews find, and about what schools are doing. Practical resources are shared with the news.',
    },
    {
      key: 'benefit-training',
      kind: 'benefit',
      heading: 'Training at a lower price',
      text: 'You can take part in training and other development that the partnership runs, at a lower price for members.',
    },
    {
      key: 'take-part-in-reviews',
      kind: 'responsibility',
      heading: 'Taking part in peer review',
      text: 'Your school takes part in regular peer review, both ways: your leaders review other schools, and other schools’ leaders review you.\n\nEach school year this takes one and a half days of your headteacher and one and a half days of your deputy or another senior leader. Before their first review each of them has half a day of training.',
    },
    {
      key: 'share-review-outcomes',
      kind: 'consent',
      heading: 'Sharing what reviews find',
      text: 'Your school agrees to share the outcomes of its peer reviews with the partnership.\n\nWhether anyone else may see them is for your school to choose, later and each time. It can change its mind.',
    },
    {
      key: 'share-data',
      kind: 'consent',
      heading: 'Sharing data',
      text: 'Your school agrees to share data about the school with the partnership, so that it can see where help is needed. This is never data about a single pupil.\n\nWhether anyone else may see it is for your school to choose, later and each time. It can change its mind.',
    },
  ],
});
