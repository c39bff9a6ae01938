import type { Phase } from '@lateral/domain/schools/phases';

export const phaseWords: Record<Phase, string> = {
  primary: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
};
const looks: Record<Phase, { className: string; shape: string }> = {
  primary: { className: 'text-phase-primary', shape: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z' },
  secondary: { className: 'text-phase-secondary', shape: 'M1.5 1.5h9v9h-9z' },
  special: { className: 'text-phase-special', shape: 'M6 .8 11.5 11H.5z' },
};

/** ● primary, ■ secondary, ▲ special: shape and colour, and the word unless the place is tight. */
export function PhaseMark({ phase, hasWord = true }: { phase: Phase; hasWord?: boolean }) {
  const { className, shape } = looks[phase];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg viewBox="0 0 12 12" aria-hidden="true" className={`size-3 shrink-0 ${className}`}>
        <path d={shape} fill="currentColor" />
      </svg>
      <span className={hasWord ? '' : 'sr-only'}>{phaseWords[phase]}</span>
    </span>
  );
}
