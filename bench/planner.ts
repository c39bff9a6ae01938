import type { Figure } from './measure.ts';
import { dropoutFigures, dropoutNames } from './planner/dropout.ts';
import { generatedFigures, generatedNames } from './planner/generated.ts';
import { outsideFigures, outsideNames } from './planner/outside.ts';
import { publishedFigures, publishedNames } from './planner/published.ts';
import { judgeIsHere } from './planner/seasons.ts';

const parts = [
  { names: publishedNames, figures: publishedFigures },
  { names: generatedNames, figures: generatedFigures },
  { names: dropoutNames, figures: dropoutFigures },
  { names: outsideNames, figures: outsideFigures },
];

/** The figures of this file, in the order in which they are measured. `--only planner` asks for all of them. */
export const names = parts.flatMap((part) => part.names);

/**
 * The season planner, as its command line serves it and as the judge beside the checkout scores it. Without the judge
 * there is no figure.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  if (!judgeIsHere) {
    console.error(
      'The season judge is missing: the planner is measured only where ../shared/seasons stands.',
    );
    return;
  }
  for (const part of parts) if (part.names.some(isAsked)) yield* part.figures(isAsked);
}
