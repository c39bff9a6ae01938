import { dayInWords } from '@lateral/domain/calendars/words';
import type { Part, TellingWhy } from '@lateral/domain/reviews/states';
import { writeLetter } from '../school-letters.ts';
import { writeInvitation } from '../write-invitation.ts';
import type { ToMail } from './invitation-queries.ts';

type Member = { personId: string; name: string };
type Sender = { partnership: string; publicUrl: string; organizer: { name: string; email: string } };

/**
 * What one person is told about one review: a mail in plain words and the entry for their calendar. A review takes the
 * whole of a school day, so the entry is a plain date: no clock can move it.
 */
export function composeInvitation(news: ToMail, team: readonly Member[], sender: Sender) {
  const { part, why, schoolName, town, method } = news;
  const day = dayInWords(news.day);
  const page = `${sender.publicUrl}/my-reviews`;
  const said = wordsOf(why, part, { school: schoolName, day });
  const isOver = method === 'cancel';
  const asks = !isOver && part !== 'host' && why !== 'team-changed';
  const others = describeTeam(news, team);
  const text = writeLetter(
    sender.partnership,
    news.name,
    said.sentence,
    ...(isOver ? [] : [others]),
    ...(asks ? [`Please say yes, or no with a reason:\n${page}`] : [`See it in Lateral:\n${page}`]),
    isOver
      ? 'The attached file takes the day out of your calendar.'
      : 'The day is attached for your calendar.',
  );
  const calendar = writeInvitation({
    uid: `review-${news.seasonId}-${news.schoolId}.${news.personId}@lateral`,
    sequence: news.sequence,
    method: isOver ? 'CANCEL' : 'REQUEST',
    stamp: news.createdAt,
    day: news.day,
    summary: titleOf(part, schoolName),
    description: isOver ? said.sentence : others,
    location: [schoolName, town, news.postcode].filter(Boolean).join(', '),
    url: page,
    organizer: sender.organizer,
    attendee: { name: news.name, email: news.email },
  });
  return { subject: said.subject, text, calendar };
}

const titleOf = (part: Part, school: string) =>
  part === 'host'
    ? `Review of ${school}`
    : part === 'lead'
      ? `You lead the review of ${school}`
      : `You review ${school}`;

function describeTeam({ personId, leadId, part }: ToMail, team: readonly Member[]): string {
  const names = team.map((one) => {
    const name = one.personId === personId ? 'you' : one.name;
    return one.personId === leadId ? `${name} (${name === 'you' ? 'you lead' : 'leads'})` : name;
  });
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
  if (names.length === 0) return 'Nobody is on the team yet.';
  return part === 'host' ? `Those who come: ${list}.` : `The team: ${list}.`;
}

/** What has happened, in a subject and a sentence. */
function wordsOf(why: TellingWhy, part: Part, { school, day }: { school: string; day: string }) {
  const isHost = part === 'host';
  const role = part === 'lead' ? 'to lead the review of' : 'to join the review of';
  const asked = {
    subject: `Please say yes or no: review of ${school}, ${day}`,
    sentence: `You are asked ${role} ${school} on ${day}.`,
  };
  const gone = {
    subject: `No longer yours: review of ${school}, ${day}`,
    sentence: `You are no longer on the team for the review of ${school} on ${day}. There is nothing that you need to do.`,
  };
  const words: Record<TellingWhy, { subject: string; sentence: string }> = {
    booked: isHost
      ? {
          subject: `Your school’s review is on ${day}`,
          sentence: `${school} is to be reviewed on ${day}, by leaders of other schools.`,
        }
      : asked,
    joined: asked,
    moved: isHost
      ? {
          subject: `Your school’s review has moved to ${day}`,
          sentence: `The review of ${school} has moved. It is now on ${day}.`,
        }
      : {
          subject: `Moved, please say yes or no: review of ${school}, ${day}`,
          sentence: `The review of ${school} has moved. It is now on ${day}, and what you said of the day before no longer counts.`,
        },
    'team-changed': {
      subject: `The team has changed: review of ${school}, ${day}`,
      sentence: teamChanged(part, school, day),
    },
    left: gone,
    'dropped-out': gone,
    'called-off': {
      subject: `Called off: review of ${school}, ${day}`,
      sentence: `The review of ${school} on ${day} is called off. ${
        isHost ? 'We will find you another day.' : 'You need not keep the day.'
      }`,
    },
    declined: {
      subject: `You said no: review of ${school}, ${day}`,
      sentence: `You have said no to the review of ${school} on ${day}. Thank you for saying so.`,
    },
  };
  return words[why];
}

function teamChanged(part: Part, school: string, day: string): string {
  if (part === 'host') return `The team for the review of ${school} on ${day} has changed.`;
  return part === 'lead'
    ? `You lead the review of ${school} on ${day}. Its team has changed.`
    : `Somebody else now leads the review of ${school} on ${day}. You stay on the team.`;
}
