import { Link } from '../ui/link.tsx';
import { reasonOf } from './words.ts';

/** Why one school has no date, and what can be done. */
export function SchoolReasons({ reasons, schoolId }: { reasons: readonly string[]; schoolId: string }) {
  const codes = reasons.length > 0 ? reasons : ['unknown'];
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">Why it has no date</h3>
      <ul className="grid gap-4">
        {codes.map((code) => {
          const { title, means, next, cure } = reasonOf(code);
          return (
            <li key={code}>
              <p className="font-semibold text-waiting">{title}</p>
              <p>{means}</p>
              <p className="mt-1">
                {next} <Cure cure={cure} schoolId={schoolId} />
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type CureProps = { cure: 'people' | 'school' | 'calendar' | 'plan'; schoolId?: string };

/** A link to the screen where the cure begins; planning again is a button of this one. */
export function Cure({ cure, schoolId }: CureProps) {
  if (cure === 'people')
    return (
      <Link to="/people" search={{ role: 'leaders', trained: 'no' }}>
        See leaders not yet trained
      </Link>
    );
  if (cure === 'school' && schoolId)
    return (
      <Link to="/schools/$schoolId" params={{ schoolId }}>
        Open the school
      </Link>
    );
  return cure === 'calendar' ? <Link to="/calendar">Open the calendar</Link> : null;
}
