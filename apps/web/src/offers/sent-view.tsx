import type { Offer } from '@lateral/contract/offers';
import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { longDay, momentInWords } from '../ui/days.ts';
import { focusHeading } from '../ui/focus-heading.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Draft } from './draft.ts';
import { OfferSummary } from './offer-summary.tsx';
import { seasonName } from './words.ts';

/** What a school has sent, what happens next, and how to change it; for those who may not send, how it stands. */
export function SentView({ offer, draft }: { offer: Offer; draft: Draft }) {
  const { hasWholeReach } = useSession();
  const { school, season, sent, mayMake } = offer;
  const { until } = season;
  useEffect(() => void focusHeading(), []);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={sent ? (hasWholeReach ? 'Days sent' : 'Your days are sent') : 'Reviewer days'}
        tab="Reviewer days"
        above={
          hasWholeReach ? (
            <>
              <Link to="/reviews/offers" search={{ season: season.id }}>
                Reviewer days
              </Link>
              <span className="block">{school.name}</span>
            </>
          ) : (
            school.name
          )
        }
        below={`Reviews of ${seasonName(season.year)}`}
      />
      {sent ? <WhatNext offer={offer} sent={sent} /> : <NotSent until={until} />}
      <OfferSummary offer={offer} draft={draft} mayChange={mayMake} />
      {mayMake && (
        <div className="mt-5">
          <ButtonLink
            to="/reviews/offer/$schoolId"
            params={{ schoolId: school.id }}
            search={{ season: season.id, step: 'who' }}
          >
            {sent ? 'Change what was sent' : 'Send the days'}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** When it was sent and by whom, and what happens next. */
function WhatNext({ offer, sent }: { offer: Offer; sent: NonNullable<Offer['sent']> }) {
  const { hasWholeReach } = useSession();
  return (
    <div className="mb-5 flex gap-3 rounded-control bg-good-soft px-4 py-3">
      <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
      <div>
        <p className="font-semibold">
          Sent {momentInWords(sent.at)}
          {sent.by && ` by ${sent.by}`}
        </p>
        {hasWholeReach ? (
          <p>The season is planned with these days from the next plan on.</p>
        ) : (
          <p>
            The broker plans the reviews with these days. You hear of your dates when the plan is published,
            and then each leader says yes or no to theirs.
            {offer.mayMake && ' Until then you can change what you sent.'}
          </p>
        )}
      </div>
    </div>
  );
}

function NotSent({ until }: { until: string | null }) {
  return (
    <p className="mb-5 rounded-control bg-asked px-4 py-3">
      Nothing has been sent yet. Your head or your deputy sends the days
      {until && `, by ${longDay(until)}`}. This is what we would put down for you.
    </p>
  );
}
