import type { ReminderKind } from '@lateral/domain/reminders/reminders';

type Sender = { partnership: string; name: string; email: string };
type Reader = { name: string; schools: readonly { id: string; name: string }[] };
type Batch = { kind: ReminderKind; note: string | null };

/** "Ashlow and Birchwell", "Ashlow, Birchwell and Cobbden". */
const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const subjects: Record<ReminderKind, (partnership: string) => string> = {
  join: (partnership) => `Your school and ${partnership}`,
  consent: (partnership) => `The new agreement of ${partnership}`,
  'co-sign': (partnership) => `Please co-sign for your school: ${partnership}`,
  renew: (partnership) => `Does your school stay in ${partnership}?`,
  train: (partnership) => `Training to review with ${partnership}`,
};

const bodies: Record<ReminderKind, (sender: Sender, schools: string, isOne: boolean) => string> = {
  join: (
    sender,
    schools,
    isOne,
  ) => `${schools} ${isOne ? 'has' : 'have'} not joined ${sender.partnership} yet.

Members review one another: each school is visited by three leaders of other schools, and its own leaders visit others.

To join, or to ask anything first, please write to ${sender.name} at ${sender.email}.`,
  consent: (
    sender,
    schools,
    isOne,
  ) => `There is a new version of the membership agreement of ${sender.partnership}, and ${schools} ${isOne ? 'has' : 'have'} not signed it yet. You see what has changed before you sign. The governing body agrees first; signing takes about five minutes.

If you want to ask anything first, please write to ${sender.name} at ${sender.email}.`,
  'co-sign': (
    sender,
    schools,
  ) => `The headteacher has signed the membership agreement of ${sender.partnership} for ${schools}. As chair of governors you are asked to co-sign it. It takes about five minutes. Opening the page does not sign anything.

If you want to ask anything first, please write to ${sender.name} at ${sender.email}.`,
  renew: (
    sender,
    schools,
    isOne,
  ) => `The membership of ${schools} in ${sender.partnership} ends with the school year, unless ${isOne ? 'the school renews' : 'the schools renew'} it. The governing body agrees first; renewing takes about two minutes.

If your ${isOne ? 'school does' : 'schools do'} not want to stay, there is nothing to do.`,
  train: (
    sender,
  ) => `You are not down as trained to review yet. It takes half a day, and nobody reviews before it.

To find a date, please write to ${sender.name} at ${sender.email}. If you have been trained already, please say when.`,
};

/** A reminder as it is sent: plain text, in lines that any mail program wraps. */
export function composeMail(sender: Sender, { kind, note }: Batch, reader: Reader, publicUrl: string) {
  const schools = listed(reader.schools.map(({ name }) => name));
  const isOne = reader.schools.length === 1;
  const links = reader.schools.map(({ id }) => `${publicUrl}/schools/${id}`).join('\n');
  const parts = [
    `Dear ${reader.name},`,
    bodies[kind](sender, schools, isOne),
    note,
    kind === 'join' && `What we know about ${isOne ? 'your school' : 'your schools'}:\n${links}`,
    `${sender.name}\n${sender.partnership}`,
    `--\nYou get this because you lead ${schools}. It was sent by Lateral, which the partnership runs on: please do not answer this address.`,
  ];
  return { subject: subjects[kind](sender.partnership), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
