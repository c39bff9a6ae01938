import type { SimilarSchools } from '@lateral/contract/similarity';
import { hundredth } from './words.ts';

type Props = Pick<SimilarSchools['neighbours'][number], 'difference' | 'parts'>;

/** A difference as a figure, and as a bar of what each input adds, in the order of the columns. */
export function DifferenceBar({ difference, parts }: Props) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <strong className="w-6 text-right tabular-nums">{hundredth(difference)}</strong>
      <span aria-hidden className="flex h-2.5 w-20 gap-px overflow-hidden rounded-full bg-track">
        {parts
          .filter(({ adds }) => adds > 0)
          .map(({ input, adds, isKnown }) => (
            <span
              key={input}
              className={isKnown ? 'bg-good' : 'hatched text-good'}
              style={{ width: `${adds * 100}%` }}
            />
          ))}
      </span>
    </span>
  );
}
