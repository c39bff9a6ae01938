import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { keptDetail, type Notice, ruleOf } from '@lateral/domain/notifications/kinds';
import { topicOf } from '@lateral/domain/notifications/topics';
import { sql } from 'drizzle-orm';

/** Whose doing it is: nobody is told of what they did themselves. `personId` is null for the system. */
type By = { partnershipId: string; personId: string | null };

/** A notice as the statement reads it. */
const rowOf = (notice: Notice, place: number) => {
  const { topic, to, roles } = ruleOf(notice.kind);
  return {
    place,
    topic,
    to,
    roles,
    kind: notice.kind,
    school: notice.schoolId ?? null,
    person: notice.personId ?? null,
    except_person: notice.except ?? null,
    usual: topicOf(topic).usual,
    detail: keptDetail(notice),
  };
};

/**
 * Tells people, in the transaction that makes it happen: those whom the notice's rule names and who hold such a role
 * today, but for whoever did it and for those who have switched its topic off.
 */
export async function notify(db: Db, { partnershipId, personId }: By, notices: readonly Notice[], at: Date) {
  for (let i = 0; i < notices.length; i += 2000) {
    const rows = JSON.stringify(notices.slice(i, i + 2000).map(rowOf));
    await db.execute(sql`
      with told as (
        select * from jsonb_to_recordset(${rows}::jsonb) as n(place int, topic text, "to" text, roles jsonb, kind text,
          school uuid, person uuid, except_person uuid, usual text, detail jsonb)
      ), held as (
        select person_id, school_id, role from roles where partnership_id = ${partnershipId}::uuid
          and (from_day is null or from_day <= ${dayInLondon(at)}::date)
          and (to_day is null or to_day >= ${dayInLondon(at)}::date)
      ), hearers as (
        select place, person as person_id from told where "to" in ('person', 'keepers') and person is not null
        union
        select place, person_id from told join held on told.roles ? held.role
          and ("to" = 'partnership' or ("to" = 'school' and held.school_id = told.school))
        union
        select place, held.person_id from told join held on told.roles ? held.role
          where "to" = 'keepers' and (held.school_id is null or exists (
            select 1 from held as theirs where theirs.person_id = told.person and theirs.school_id = held.school_id))
      )
      insert into notifications (partnership_id, person_id, topic, kind, school_id, detail, at)
      select ${partnershipId}::uuid, hearers.person_id, told.topic, told.kind, told.school, told.detail, ${at.toISOString()}::timestamptz
      from hearers join told using (place)
      join people on people.partnership_id = ${partnershipId}::uuid and people.person_id = hearers.person_id
      left join notification_choices as chosen on chosen.partnership_id = ${partnershipId}::uuid
        and chosen.person_id = hearers.person_id and chosen.topic = told.topic
      where hearers.person_id is distinct from ${personId}::uuid
        and hearers.person_id is distinct from told.except_person and coalesce(chosen.channel, told.usual) <> 'off'
      order by told.place`);
  }
}
