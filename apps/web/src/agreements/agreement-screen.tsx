import type { Agreement } from '@lateral/contract/agreements';
import { clausesRead } from '@lateral/domain/agreements/clauses';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AgreementActions } from './agreement-actions.tsx';
import { AgreementText } from './agreement-text.tsx';
import { CompareCard } from './compare-card.tsx';
import { agreementQuery, agreementsQuery } from './queries.ts';
import { StandingTag } from './standing-tag.tsx';
import { lastStep } from './words.ts';

type Props = { agreementId: string; against: string | undefined };

/** One version of the agreement: what it says, or what has changed since an earlier one. */
export function AgreementScreen({ agreementId, against }: Props) {
  const { data: agreement } = useSuspenseQuery(agreementQuery(agreementId));
  const { data: list } = useQuery(agreementsQuery);
  const { number, title, consentBy, withdrawn } = agreement;
  const earlier = (list?.items ?? []).filter((other) => other.number < number);
  const [before] = earlier;
  const compared = earlier.find(({ id }) => id === against)?.id;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={title}
        tab={`Version ${number}`}
        above={<Link to="/agreements">Membership agreement</Link>}
        below={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>Version {number}</span>
            <StandingTag version={agreement} />
            <span>{lastStep(agreement)}</span>
            {consentBy && <span>Members are asked to sign by {longDay(consentBy)}</span>}
          </span>
        }
      />
      {withdrawn && (
        <p className="mb-5 rounded-control bg-risk-soft px-4 py-3">
          <span className="font-semibold">Nobody can sign this version any more.</span> {withdrawn.why}
        </p>
      )}
      <AgreementActions agreement={agreement} />
      {before && (
        <Tabs label="This version">
          <TabLink
            to="/agreements/$agreementId"
            params={{ agreementId }}
            replace
            resetScroll={false}
            isCurrent={!compared}
          >
            What it says
          </TabLink>
          <TabLink
            to="/agreements/$agreementId"
            params={{ agreementId }}
            search={{ against: before.id }}
            replace
            resetScroll={false}
            isCurrent={Boolean(compared)}
          >
            What has changed
          </TabLink>
        </Tabs>
      )}
      {compared ? (
        <CompareCard agreement={agreement} earlier={earlier} against={compared} />
      ) : (
        <>
          <AgreementText clauses={clausesRead(agreement)} />
          {agreement.sealed && <SealCard sealed={agreement.sealed} />}
        </>
      )}
    </div>
  );
}

const SealCard = ({ sealed: { sha256 } }: { sealed: NonNullable<Agreement['sealed']> }) => (
  <Card title="Its seal" className="mt-5">
    <p>
      The words above stand. This number is worked out from every letter of them: were one changed, it would
      be another.
    </p>
    <p className="mt-2 font-mono text-sm wrap-anywhere">
      <span className="sr-only">SHA-256: </span>
      {sha256}
    </p>
  </Card>
);
