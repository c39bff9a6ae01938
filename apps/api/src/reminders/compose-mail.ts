import type { ReminderKind } from '@lateral/domain/reminders/reminders';

type Sender = { partnership: string; name: string; email: string };
type Reader = { name: string; schools: readonly { id: string; name: string }[] };
type Batch = { kind: ReminderKind; note: string | null };

/** "Ashlow and Birchwell", "Ashlow, Birchwell and Cobbden". */
const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const subjects: Record<ReminderKind, (partnership: string) => string> = {
  join: (partnership) => `Your school and ${partnership}`,
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
