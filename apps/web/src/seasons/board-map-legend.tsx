import { phases } from '@lateral/domain/schools/phases';
import { MarkSample } from '../ui/map/legend.tsx';
import { phaseWords } from '../ui/phase-mark.tsx';

const letters = [
  { letter: 'N', text: 'No date yet' },
  { letter: 'P', text: 'Needs people' },
  { letter: 'C', text: 'Clash' },
];

/** What the marks of the season's map mean. */
export function BoardMapLegend({ hasLines }: { hasLines: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 border-t border-line px-5 py-3 text-sm text-muted">
      {phases.map((phase) => (
        <li key={phase} className="flex items-center gap-2">
          <MarkSample phase={phase} />
          {phaseWords[phase]}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <MarkSample phase="primary" />
        Booked
      </li>
      <li className="flex items-center gap-2">
        <span className="opacity-50">
          <MarkSample phase="primary" />
        </span>
        Done
      </li>
      <li className="flex items-center gap-2">
        <MarkSample phase="primary" isHollow />
        Asked
      </li>
      <li className="flex items-center gap-2">
        <span className="opacity-50">
          <MarkSample phase="primary" isHollow />
        </span>
        Draft
      </li>
      {letters.map(({ letter, text }) => (
        <li key={letter} className="flex items-center gap-2">
          <span aria-hidden className="inline-flex items-center gap-0.5 font-bold text-ink">
            <MarkSample phase="primary" isHollow />
            {letter}
          </span>
          {text}
        </li>
      ))}
      {hasLines && <li>The lines go to the schools of the three reviewers.</li>}
    </ul>
  );
}
