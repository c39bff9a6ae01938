import type { Phase } from '@lateral/domain/schools/phases';

type Ring = { phase: Phase; schools: number; members: number };
const colours: Record<Phase, string> = {
  primary: 'var(--color-phase-primary)',
  secondary: 'var(--color-phase-secondary)',
  special: 'var(--color-phase-special)',
};

/** One ring for each phase, filled as far as its schools have joined. The numbers are beside it in words. */
export function JoiningRing({ rings }: { rings: readonly Ring[] }) {
  const members = rings.reduce((sum, ring) => sum + ring.members, 0);
  const schools = rings.reduce((sum, ring) => sum + ring.schools, 0);
  return (
    <svg
      viewBox="0 0 200 200"
      role="img"
      aria-label={`${members} of ${schools} schools have joined`}
      className="size-40 shrink-0"
    >
      {rings.map(({ phase, schools, members }, i) => {
        const radius = 90 - i * 18;
        const round = 2 * Math.PI * radius;
        const share = schools === 0 ? 0 : members / schools;
        return (
          <g key={phase} fill="none" strokeWidth="14" transform="rotate(-90 100 100)">
            <circle cx="100" cy="100" r={radius} stroke="var(--color-track)" />
            <circle
              cx="100"
              cy="100"
              r={radius}
              stroke={colours[phase]}
              strokeDasharray={`${round * share} ${round}`}
            />
          </g>
        );
      })}
      <text x="100" y="103" textAnchor="middle" fontSize="28" fontWeight="700" fill="var(--color-ink)">
        {members}
      </text>
      <text x="100" y="121" textAnchor="middle" fontSize="14" fill="var(--color-muted)">
        of {schools}
      </text>
    </svg>
  );
}
