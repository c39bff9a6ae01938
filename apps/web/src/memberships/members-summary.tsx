import type { MembershipSummary } from '@lateral/contract/memberships';
import { Card } from '../ui/card.tsx';
import { JoiningRing } from '../ui/joining-ring.tsx';
import { Link } from '../ui/link.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import { plural } from '../ui/plural.ts';
import { pounds } from '../ui/pounds.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';

type Share = { members: number; schools: number };
const share = ({ members, schools }: Share) =>
  schools === 0 ? '–' : `${Math.round((members / schools) * 100)}%`;

/** The joining rings, what members give, and how many have signed the version in force. */
export function MembersSummary({ summary }: { summary: MembershipSummary }) {
  const { phases, pledged } = summary;
  return (
    <div className="@container mb-6">
      <div className="grid gap-5 @3xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title="Who has joined" beside="A full ring means every school of its kind.">
          <div className="flex flex-wrap items-center justify-center gap-x-8 gap-y-4">
            <JoiningRing rings={phases} />
            <ul className="grid min-w-60 flex-1 gap-2">
              {phases.map((row) => (
                <li key={row.phase} className="flex items-center gap-3">
                  <span className="flex-1">
                    <PhaseMark phase={row.phase} />
                  </span>
                  <span className="text-sm whitespace-nowrap text-muted">
                    <strong className="text-base text-ink">{row.members.toLocaleString('en-GB')}</strong> of{' '}
                    {row.schools.toLocaleString('en-GB')}
                  </span>
                  <span className="w-11 text-right text-sm text-muted">{share(row)}</span>
                </li>
              ))}
            </ul>
          </div>
        </Card>
        <Card title="The agreement">
          <Agreement summary={summary} />
          <p className="mt-4 border-t border-line pt-3.5">
            {pledged.schools > 0 && <strong className="mr-1.5 text-title">{pounds(pledged.pence)}</strong>}
            {pledged.schools > 0
              ? `a year pledged by ${plural(pledged.schools, 'school')}`
              : 'Nobody has pledged anything yet.'}
          </p>
        </Card>
      </div>
    </div>
  );
}

function Agreement({ summary: { version, members, needs } }: { summary: MembershipSummary }) {
  if (version === null) {
    return (
      <p>
        No version is in force, so schools cannot sign yet. <Link to="/agreements">See the versions</Link>
      </p>
    );
  }
  const signed = members - needs.consent;
  const words = `${signed.toLocaleString('en-GB')} of ${plural(members, 'member')} ${signed === 1 ? 'has' : 'have'} signed`;
  return (
    <>
      <p className="mb-2">
        <Link to="/agreements">Version {version}</Link> is in force. {words}.
      </p>
      <ProgressBar label="Members who have signed" value={signed} max={members} text={words} />
    </>
  );
}
