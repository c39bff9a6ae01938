import { roles } from '@lateral/domain/people/roles';
import { ArrowRight } from 'lucide-react';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { roleWords } from '../words.ts';
import { type DemonstrationPerson, useSignInAs } from './queries.ts';
import { roleHints } from './words.ts';

type Props = { partnershipName: string; people: readonly DemonstrationPerson[]; to: string };

/** Whom anyone may sign in as, by role; the broker first, because theirs is the whole of it. */
export function DemonstrationPeople({ partnershipName, people, to }: Props) {
  const signInAs = useSignInAs(to);
  const brokers = people.filter(({ role }) => role === 'broker');
  const others = roles.filter((role) => role !== 'broker' && people.some((person) => person.role === role));
  return (
    <section aria-labelledby="demonstration">
      <h2 id="demonstration" className="mb-1 text-lead">
        Try the demonstration
      </h2>
      <p className="mb-4 text-muted">
        {partnershipName} is invented. Choose whom to be; nothing you do can harm.
      </p>
      {signInAs.error && <ErrorNote error={signInAs.error} />}
      {brokers.map((person) => (
        <div
          key={person.personId}
          className="mb-5 flex flex-wrap items-center gap-4 rounded-card border border-line bg-surface p-5"
        >
          <Avatar name={person.name} />
          <div className="min-w-48 flex-1">
            <p className="font-semibold">
              {person.name}, {roleWords.broker.toLowerCase()}
            </p>
            <p className="text-sm text-muted">{roleHints.broker}</p>
          </div>
          <Button
            variant="primary"
            isPending={signInAs.isPending && signInAs.variables === person.personId}
            onClick={() => signInAs.mutate(person.personId)}
          >
            Sign in as {person.name}
          </Button>
        </div>
      ))}
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {others.map((role) => (
          <div key={role} className="min-w-0">
            <h3>{roleWords[role]}</h3>
            <p className="mb-1.5 text-sm text-muted">{roleHints[role]}</p>
            <ul className="overflow-hidden rounded-card border border-line bg-surface">
              {people
                .filter((person) => person.role === role)
                .map((person) => (
                  <li key={person.personId} className="border-b border-line last:border-0">
                    <button
                      type="button"
                      onClick={() => !signInAs.isPending && signInAs.mutate(person.personId)}
                      className="focus-inside flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover"
                    >
                      <span className="min-w-0 flex-1">
                        <span className="text-pen underline underline-offset-3">{person.name}</span>
                        {person.schoolName && (
                          <span className="block text-sm text-muted">{person.schoolName}</span>
                        )}
                      </span>
                      <ArrowRight aria-hidden className="size-4.5 shrink-0 text-pen" />
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
