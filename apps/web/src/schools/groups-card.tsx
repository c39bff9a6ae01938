import type { School } from '@lateral/contract/schools';
import { useSession } from '../session.ts';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { plural } from '../ui/plural.ts';
import { groupKindWords } from './words.ts';

/** What a school belongs to: its clusters, its groups with their dates, and heads whom it shares with others. */
export function GroupsCard({ school }: { school: School }) {
  const { clusters, trust, federation, groups, sharedHeads } = school;
  const { may, hasWholeReach } = useSession();
  const cluster = ({ id, name }: { id: string; name: string }) =>
    may('clusters.update') ? (
      <Link to="/schools" search={{ cluster: id }}>
        {name}
      </Link>
    ) : (
      name
    );
  // Until the group files have been brought, the register's own words are all there is.
  const isKnown = (kinds: readonly string[]) => groups.some(({ kind }) => kinds.includes(kind));
  const hasTrust = isKnown(['multi-academy-trust', 'single-academy-trust', 'trust']);
  return (
    <Card title="Belongs to">
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-2">
        <dt className="text-muted">Cluster</dt>
        <dd>
          {clusters.length === 0 && 'None yet'}
          {clusters.map((one) => (
            <span key={one.id} className="block">
              {cluster(one)}
            </span>
          ))}
        </dd>
        {!hasTrust && (
          <>
            <dt className="text-muted">Trust</dt>
            <dd>{trust ?? 'None'}</dd>
          </>
        )}
        {!isKnown(['federation']) && (
          <>
            <dt className="text-muted">Federation</dt>
            <dd>{federation ?? 'None'}</dd>
          </>
        )}
        {groups.map((group) => (
          <Group key={`${group.uid} ${group.joinedOn}`} group={group} isLinked={hasWholeReach} />
        ))}
        {sharedHeads.map(({ name, schools }) => (
          <div key={name} className="contents">
            <dt className="text-muted">Shared head</dt>
            <dd>
              {name} also leads{' '}
              {schools.map((other, at) => (
                <span key={other.id}>
                  {at > 0 && (at === schools.length - 1 ? ' and ' : ', ')}
                  {hasWholeReach ? (
                    <Link to="/schools/$schoolId" params={{ schoolId: other.id }}>
                      {other.name}
                    </Link>
                  ) : (
                    other.name
                  )}
                </span>
              ))}
              .
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

type GroupProps = { group: School['groups'][number]; isLinked: boolean };

function Group({ group, isLinked }: GroupProps) {
  const { uid, name, kind, joinedOn, leftOn, hasSharedHead, schools } = group;
  const span = [joinedOn && `since ${longDay(joinedOn)}`, leftOn && `until ${longDay(leftOn)}`];
  const notes = [
    leftOn && joinedOn ? `${longDay(joinedOn)} to ${longDay(leftOn)}` : span.filter(Boolean).join(''),
    !leftOn && `${plural(schools, 'school')} here`,
    hasSharedHead && !leftOn && 'shares its head, the register says',
  ].filter(Boolean);
  const note = notes.join(', ');
  return (
    <>
      <dt className="text-muted">{groupKindWords[kind]}</dt>
      <dd className={leftOn ? 'text-muted' : undefined}>
        {isLinked && !leftOn && schools > 1 ? (
          <Link to="/schools" search={{ group: uid }}>
            {name}
          </Link>
        ) : (
          name
        )}
        {note && (
          <span className="block text-sm text-muted">{note.charAt(0).toUpperCase() + note.slice(1)}</span>
        )}
      </dd>
    </>
  );
}
