import { dayInWords } from '@lateral/domain/calendars/words';
import { isAboutSchools, type ReminderKind } from '@lateral/domain/reminders/reminders';

type Sender = { partnership: string; name: string; email: string };
type Reader = { name: string; schools: readonly { id: string; name: string }[] };
type Batch = {
  kind: ReminderKind;
  note: string | null;
  /** The version of the agreement that schools sign today. */
  inForce: { number: number; consentBy: string | null } | null;
  /** The season for which days are asked, and until when. */
  round: { year: number; until: string | null } | null;
};
type Told = Sender & {
  inForce: Batch['inForce'];
  round: Batch['round'];
  /** "Ashlow and Birchwell" */
  schools: string;
  isOne: boolean;
  /** Where each school's agreement is read and signed, where it renews, offers days, and its page: one line for each. */
  agreement: string;
  renewal: string;
  offer: string;
  page: string;
  /** Where somebody answers for their own reviews. */
  ownReviews: string;
  today: string;
};

/** "Ashlow, Birchwell and Cobbden". */
const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const members =
  'Members review one another: each school is visited by three leaders of other schools, and its own leaders visit others.';
const askFirst = ({ name, email }: Told) =>
  `If you want to ask anything first, please write to ${name} at ${email}.`;
const knownOf = ({ isOne, page }: Told) =>
  `What we know about ${isOne ? 'your school' : 'your schools'}:\n${page}`;

/** With no version in force there is nothing to sign yet: whoever wants to join writes to the broker. */
const reminded = (told: Told) => [
  `${told.schools} ${told.isOne ? 'has' : 'have'} not joined ${told.partnership} yet.`,
  members,
  `To join, or to ask anything first, please write to ${told.name} at ${told.email}.`,
];
const invited = (told: Told) => [
  `${told.schools} ${told.isOne ? 'is' : 'are'} invited to join ${told.partnership}.`,
  members,
  `To join, your governing body agrees to the membership agreement. Then you sign it, and your chair of governors signs it after you. Signing takes less than five minutes.`,
  `Read the agreement. Opening this page signs nothing:\n${told.agreement}`,
  askFirst(told),
];

function asked(told: Told) {
  const { inForce, schools, isOne, partnership, agreement, today } = told;
  const consentBy = inForce?.consentBy;
  const isFirst = inForce?.number === 1;
  const what = isFirst
    ? `${partnership} has a membership agreement.`
    : `The membership agreement of ${partnership} has changed. Version ${inForce?.number} is now in force.`;
  const due =
    consentBy && `${consentBy < today ? 'It was due by' : 'Please sign it by'} ${dayInWords(consentBy)}.`;
  return [
    [what, `${schools} ${isOne ? 'has' : 'have'} not signed it yet.`, due].filter(Boolean).join(' '),
    `First your governing body agrees to it. Then you sign it, and your chair of governors signs it after you.${isFirst ? '' : ' You can see what has changed before you sign.'}`,
    `Read the agreement. Opening this page signs nothing:\n${agreement}`,
    askFirst(told),
  ];
}

function daysAreDue({ schools, isOne, partnership, round, today }: Told) {
  const asked = `${schools} ${isOne ? 'has' : 'have'} not sent ${isOne ? 'its' : 'their'} reviewer days for the reviews of ${partnership} yet.`;
  if (!round?.until) return asked;
  return `${asked} ${round.until < today ? 'They were due by' : 'Please send them by'} ${dayInWords(round.until)}.`;
}

const bodies: Record<ReminderKind, (told: Told) => (string | null)[]> = {
  join: (told) => (told.inForce ? invited(told) : reminded(told)),
  consent: asked,
  'co-sign': (told) => [
    `The headteacher has signed the membership agreement of ${told.partnership} for ${told.schools}. As chair of governors, you are asked to sign it too. It takes less than five minutes.`,
    `Read the agreement. Opening this page signs nothing:\n${told.agreement}`,
    askFirst(told),
  ],
  renew: (told) => [
    `The membership of ${told.schools} in ${told.partnership} ends with the school year, on 31 August, unless ${told.isOne ? 'the school renews' : 'the schools renew'} it.`,
    'First your governing body agrees. Then you renew, which takes about two minutes.',
    `Renew here. Opening this page changes nothing:\n${told.renewal}`,
    `If your ${told.isOne ? 'school does' : 'schools do'} not want to stay, you do not have to do anything.`,
    askFirst(told),
  ],
  offer: (told) => [
    daysAreDue(told),
    'Who goes from your school, on which days they cannot, and when your school cannot be visited: it takes about five minutes.',
    `Send them here. Opening this page sends nothing:\n${told.offer}`,
    'Days that are not offered cannot be planned with.',
    askFirst(told),
  ],
  train: ({ name, email }) => [
    'You are not down as trained to review yet. It takes half a day, and nobody reviews before it.',
    `To find a date, please write to ${name} at ${email}. If you have been trained already, please say when.`,
  ],
  answer: (told) => [
    `You are asked to review another school for ${told.partnership}. Your yes or no is still missing.`,
    `Answer here. Opening this page answers nothing:\n${told.ownReviews}`,
    'If you cannot come, please say no now: then there is time to find somebody else.',
    askFirst(told),
  ],
};

const subjects: Record<ReminderKind, (told: Told) => string> = {
  join: ({ partnership, inForce }) =>
    inForce ? `An invitation to join ${partnership}` : `Your school and ${partnership}`,
  consent: ({ partnership }) => `Please sign the membership agreement of ${partnership}`,
  'co-sign': ({ schools }) => `Please co-sign for ${schools}`,
  renew: ({ partnership, isOne }) =>
    `${isOne ? 'Does your school' : 'Do your schools'} stay in ${partnership}?`,
  offer: ({ partnership }) => `Your reviewer days for ${partnership}`,
  train: ({ partnership }) => `Training to review with ${partnership}`,
  answer: ({ partnership }) => `Can you come? Your reviews for ${partnership}`,
};

/** A reminder as it is sent: plain text, in lines that any mail program wraps. @param today in London */
export function composeMail(
  sender: Sender,
  { kind, note, inForce, round }: Batch,
  reader: Reader,
  publicUrl: string,
  today: string,
) {
  const linesTo = (end: string) =>
    reader.schools.map(({ id }) => `${publicUrl}/schools/${id}${end}`).join('\n');
  const told: Told = {
    ...sender,
    inForce,
    round,
    schools: listed(reader.schools.map(({ name }) => name)),
    isOne: reader.schools.length === 1,
    agreement: linesTo('/agreement'),
    renewal: linesTo('/renewal'),
    offer: reader.schools.map(({ id }) => `${publicUrl}/reviews/offer/${id}`).join('\n'),
    page: linesTo(''),
    ownReviews: `${publicUrl}/my-reviews`,
    today,
  };
  const role = kind === 'co-sign' ? 'chair the governors of' : isAboutSchools(kind) ? 'lead' : 'help to lead';
  const parts = [
    `Dear ${reader.name},`,
    ...bodies[kind](told),
    note,
    kind === 'join' && !inForce && knownOf(told),
    `${sender.name}\n${sender.partnership}`,
    `--\nYou get this because you ${role} ${told.schools}. It was sent by Lateral, which the partnership runs on: please do not answer this address.`,
  ];
  return { subject: subjects[kind](told), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
