import type { SimilarityInput } from '@lateral/domain/similarity/inputs';
import { mostWeight } from '@lateral/domain/similarity/settings';
import { inputWords, weightWords } from './words.ts';

type Props = { input: SimilarityInput; weight: number; onChange: (weight: number) => void };

/** How much one input counts: a native slider, which arrow keys move, with its number and its meaning beside it. */
export function WeightSlider({ input, weight, onChange }: Props) {
  const { label, hint } = inputWords[input];
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={`weight-${input}`} className="font-semibold">
          {label}
        </label>
        <output htmlFor={`weight-${input}`} className="text-sm text-muted">
          <strong className="text-ink">{weight}</strong> {weightWords[weight]}
        </output>
      </div>
      <p id={`weight-${input}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      <input
        id={`weight-${input}`}
        type="range"
        min={0}
        max={mostWeight}
        step={1}
        value={weight}
        aria-describedby={`weight-${input}-hint`}
        aria-valuetext={`${weight}: ${weightWords[weight]}`}
        onChange={({ target }) => onChange(Number(target.value))}
        className="h-11 w-full accent-pen desk:h-8"
      />
    </div>
  );
}
