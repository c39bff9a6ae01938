import type { Proposal } from '@lateral/contract/similarity';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import { plural } from '../ui/plural.ts';
import type { Arrangement } from './arrangement.ts';
import { hundredth } from './words.ts';

type Props = { proposal: Proposal; arrangement: Arrangement; settings: SimilaritySettings };

/** The proposal in a few sentences: how alike, better or worse than today, which bar broke and why. */
export function ProposalSummary({ proposal, arrangement, settings: { barKm } }: Props) {
  const { clusters, difference, broken, nowhere } = arrangement;
  return (
    <div role="status" className="mb-4 grid gap-1">
      <p className="text-lead">
        {plural(clusters.length, 'cluster')} of {plural(proposal.schools.length, 'school')}:{' '}
        <strong>{hundredth(difference)}</strong> apart on average
        {comparedWith(hundredth(difference), proposal.presentDifference)}.
      </p>
      {barKm > 0 && <p>{barSentence(broken, barKm, clusters.length, proposal)}</p>}
      {barKm > 0 && nowhere.length > 0 && (
        <p className="text-sm text-muted">
          The register has no position for {nowhere.map(({ name }) => name).join(', ')}, so how near{' '}
          {nowhere.length === 1 ? 'it is' : 'they are'} could not be checked.
        </p>
      )}
      <p className="text-sm text-muted">
        0 is the same in everything, 100 wholly different. For size and free meals, wholly different is as far
        as the tenth of every hundred schools is from the ninetieth. What is not known adds half of the most
        it could.
      </p>
    </div>
  );
}

function comparedWith(now: number, present: number | null): string {
  if (present === null) return '';
  const before = hundredth(present);
  if (before === now) return ', the same as in today’s clusters';
  return now < before
    ? `; in today’s clusters it is ${before}`
    : `; today’s clusters are closer, at ${before}`;
}

function barSentence(broken: number, barKm: number, clusters: number, { crowd, schools }: Proposal): string {
  if (broken === 0) return `No two schools nearer than ${barKm} km share a cluster.`;
  const breaks = `${plural(broken, 'pair', 'pairs')} of schools nearer than ${barKm} km ${broken === 1 ? 'shares' : 'share'} a cluster.`;
  if (crowd.length <= clusters) return `${breaks} Fewer could not be found with clusters of equal size.`;
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  const listed = crowd.map((id) => names.get(id)).join(', ');
  return `${breaks} It cannot be helped: ${crowd.length} schools all stand within ${barKm} km of one another (${listed}), and there are only ${clusters} clusters. The season’s plan still sends no reviewer to a school within 5 km of their own.`;
}
