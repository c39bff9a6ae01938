import type { Proposal } from '@lateral/contract/similarity';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import { plural } from '../ui/plural.ts';
import { type Arrangement, arrangePresent } from './arrangement.ts';
import { hundredth } from './words.ts';

type Props = { proposal: Proposal; arrangement: Arrangement; settings: SimilaritySettings };

/** The proposal in a few sentences: how alike, better or worse than today, which bar broke and why. */
export function ProposalSummary({ proposal, arrangement, settings }: Props) {
  const { clusters, difference, broken, nowhere } = arrangement;
  const { barKm } = settings;
  const present = arrangePresent(proposal, settings);
  return (
    <div className="mb-4 grid max-w-3xl gap-1.5">
      <p role="status" className="text-lead">
        {plural(clusters.length, 'cluster')} of {plural(proposal.schools.length, 'school')}:{' '}
        <strong>{hundredth(difference)}</strong> apart on average
        {barKm > 0 && `, ${tooNear(broken, barKm)}`}.
      </p>
      {present && (
        <p>
          Today’s clusters: {hundredth(present.difference)} apart
          {barKm > 0 && `, ${tooNear(present.broken, barKm)}`}.
        </p>
      )}
      {barKm > 0 && broken > 0 && <WhyBroken proposal={proposal} clusters={clusters.length} barKm={barKm} />}
      {barKm > 0 && nowhere.length > 0 && (
        <p className="text-sm text-muted">
          The register has no position for {nowhere.map(({ name }) => name).join(', ')}, so how near{' '}
          {nowhere.length === 1 ? 'it is' : 'they are'} could not be checked.
        </p>
      )}
      <details className="text-sm text-muted">
        <summary className="min-h-6 w-fit text-pen underline underline-offset-3 max-desk:min-h-11 max-desk:py-2.5">
          How the difference is counted
        </summary>
        <p className="mt-1">
          0 is the same in everything, 100 wholly different. For size and free school meals, wholly different
          is as far apart as the tenth and the ninetieth of every hundred schools. Having a sixth form or not,
          or choosing pupils by a test or not, is wholly different. Town and country town are half-way, as are
          country town and village. What the register does not say adds half of the most it could. Each is
          multiplied by how much it counts.
        </p>
      </details>
    </div>
  );
}

const tooNear = (pairs: number, barKm: number) =>
  pairs === 0
    ? `with no pair nearer than ${barKm} km`
    : `with ${plural(pairs, 'pair')} nearer than ${barKm} km`;

type WhyProps = { proposal: Proposal; clusters: number; barKm: number };

/** Why the bar could not be kept: more schools in one place than there are clusters, or that none better was found. */
function WhyBroken({ proposal: { crowd, schools }, clusters, barKm }: WhyProps) {
  if (crowd.length <= clusters)
    return <p>No way with fewer such pairs was found with clusters of equal size. More clusters may help.</p>;
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  return (
    <div>
      <p>
        It cannot be helped: {crowd.length} schools all stand within {barKm} km of one another, and there are
        only {plural(clusters, 'cluster')}. The season’s plan still sends no reviewer to a school within 5 km
        of their own.
      </p>
      <details className="text-sm">
        <summary className="min-h-6 w-fit text-pen underline underline-offset-3 max-desk:min-h-11 max-desk:py-2.5">
          Which {crowd.length} schools
        </summary>
        <p className="mt-1 text-muted">{crowd.map((id) => names.get(id)).join(', ')}</p>
      </details>
    </div>
  );
}
