import type { SchoolChangePreview } from '@lateral/contract/school-changes';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';

type Props = {
  preview: SchoolChangePreview | undefined;
  error: Error | null;
  onRetry: () => void;
  /** "become members", "leave the cluster": what the schools would do. */
  does: { one: string; many: string };
  /** Why the others stay as they are. */
  stays: string;
};

/** What a change to many schools would do, before it is made. */
export function ChangePreview({ preview, error, onRetry, does, stays }: Props) {
  if (error) return <ErrorNote error={error} onRetry={onRetry} />;
  if (!preview) return <Skeleton lines={3} label="Looking what would change" />;
  const { changing, staying, names, refused, leaving } = preview;
  const more = changing - names.length;
  return (
    <section
      aria-label="What would change"
      className="grid gap-2 rounded-control border border-line bg-sunken px-4 py-3"
    >
      {refused.length > 0 && (
        <p className="text-risk">
          Only state schools can be members. Take these out first: {refused.join(', ')}.
        </p>
      )}
      <p className="font-semibold">
        {changing === 0
          ? 'Nothing would change'
          : plural(changing, `school ${does.one}`, `schools ${does.many}`)}
      </p>
      {changing > 0 && (
        <details className="text-sm">
          <summary className="min-h-6 max-desk:min-h-11 max-desk:content-center">Which</summary>
          <ul className="max-h-40 overflow-y-auto pl-5">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
            {more > 0 && <li className="text-muted">And {more.toLocaleString('en-GB')} more</li>}
          </ul>
        </details>
      )}
      {leaving.map(({ name, schools }) => (
        <p key={name} className="text-sm">
          {plural(schools, 'of them leaves', 'of them leave')} {name}
        </p>
      ))}
      {staying > 0 && (
        <p className="text-sm text-muted">
          {plural(staying, 'school stays', 'schools stay')} as {staying === 1 ? 'it is' : 'they are'}: {stays}
        </p>
      )}
    </section>
  );
}
