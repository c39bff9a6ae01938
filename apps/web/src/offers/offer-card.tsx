import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { longDay, momentInWords } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import { roundsQuery } from './queries.ts';
import { seasonName } from './words.ts';

/** That one's schools are asked for their days, or have sent them; nothing while nobody is asked. */
export function OfferCard() {
  const { may } = useSession();
  const { data } = useQuery({ ...roundsQuery, enabled: may('offers.read') });
  const round = data?.items.find(({ schools }) => schools.length > 0);
  if (!round) return null;
  const { schools, until, year } = round;
  const waiting = schools.filter(({ sentAt }) => sentAt === null);
  const [first] = schools;
  return (
    <section
      aria-label="Reviewer days"
      className={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border px-5 py-4 ${waiting.length > 0 ? 'border-pen bg-pen-soft' : 'border-line bg-surface'}`}
    >
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="text-lead">Reviewer days of {seasonName(year)}</h2>
        <p className="text-muted">
          {waiting.length === 0
            ? `Sent${schools.length === 1 && first?.sentAt ? ` ${momentInWords(first.sentAt)}` : ''}`
            : `${schools.length === 1 ? 'Not sent yet' : `${plural(waiting.length, 'school')} still to send`}${until ? `. Please send them by ${longDay(until)}` : ''}`}
        </p>
      </div>
      <ButtonLink
        to="/reviews/offer"
        icon={CalendarPlus}
        variant={waiting.length > 0 && may('offers.make') ? 'primary' : 'secondary'}
      >
        {waiting.length > 0 && may('offers.make') ? 'Offer days' : 'See them'}
      </ButtonLink>
    </section>
  );
}
