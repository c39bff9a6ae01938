import type { MembershipSummary } from '@lateral/contract/memberships';
import { Card } from '../ui/card.tsx';
import { JoiningRing } from '../ui/joining-ring.tsx';
import { Link } from '../ui/link.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import { plural } from '../ui/plural.ts';
import { money, pledgedBy } from './words.ts';

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
        <Card>
          <dl className="grid gap-4">
            <div>
              <dt className="text-sm text-muted">What members say they would give</dt>
              <dd>
                {pledged.schools > 0 && (
                  <span className="block text-title font-semibold tabular-nums">
                    {money(pledged.pence)} a year
                  </span>
                )}
                {pledgedBy(pledged.schools)}
              </dd>
            </div>
            <div className="border-t border-line pt-4">
              <dt className="text-sm text-muted">The agreement</dt>
              <dd>
                <Agreement summary={summary} />
              </dd>
            </div>
          </dl>
        </Card>
      </div>
    </div>
  );
}

function Agreement({ summary: { version, members, needs } }: { summary: MembershipSummary }) {
  if (version === null) {
    return (
      <>
        <span className="block font-semibold">No version is in force</span>
        Schools cannot sign until one is issued. <Link to="/agreements">See the versions</Link>
      </>
    );
  }
  return (
    <>
      <span className="block font-semibold">
        <Link to="/agreements">Version {version}</Link> is in force
      </span>
      {members - needs.consent} of {plural(members, 'member')}{' '}
      {members - needs.consent === 1 ? 'has' : 'have'} signed it
    </>
  );
}
