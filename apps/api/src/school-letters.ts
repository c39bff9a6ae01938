/** A mail to somebody for their role in a school, in plain text: greeting, paragraphs, and why they get it. */
export const writeLetter = (partnership: string, to: string, ...parts: string[]) =>
  `${[
    `Dear ${to},`,
    ...parts,
    `--\nYou get this because of your role in the school. It was sent by Lateral, which ${partnership} runs on: please do not answer this address.`,
  ].join('\n\n')}\n`;

type Composed = { subject: string; text: string };

/** One letter to each address, by the name that belongs to it. */
export function lettersTo(
  people: readonly { email: string; name: string }[],
  compose: (to: string) => Composed,
): (Composed & { to: string })[] {
  const once = new Map(people.map(({ email, name }) => [email, name]));
  return [...once].map(([to, name]) => ({ to, ...compose(name) }));
}
