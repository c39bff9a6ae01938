import type { MembershipSummary } from '@lateral/contract/memberships';
import { standingsBefore } from '@lateral/domain/memberships/standing';
import type { MemberSearch } from './search.ts';

type Tab = {
  label: string;
  search: Pick<MemberSearch, 'standing' | 'needs'>;
  count: (summary: MembershipSummary) => number;
  /** What the list says when nobody is in it. */
  nobody: string;
};

/** The filters that the broker works by, each with how many schools it finds. */
export const memberTabs: readonly Tab[] = [
  { label: 'Everyone', search: {}, count: ({ schools }) => schools, nobody: 'No schools yet' },
  {
    label: 'Not joined',
    search: { standing: standingsBefore.join(',') },
    count: ({ schools, members }) => schools - members,
    nobody: 'Every school has joined',
  },
  {
    label: 'Opened, not signed',
    search: { standing: 'opened,agreed' },
    count: ({ standings }) => standings.opened + standings.agreed,
    nobody: 'Nobody has opened the agreement and left it unsigned',
  },
  {
    label: 'Waiting for co-signer',
    search: { needs: 'co-signer' },
    count: ({ needs }) => needs['co-signer'],
    nobody: 'Nobody waits for a co-signer',
  },
  {
    label: 'To consent',
    search: { needs: 'consent' },
    count: ({ needs }) => needs.consent,
    nobody: 'Every member has signed the version in force',
  },
  {
    label: 'To renew',
    search: { needs: 'renewal' },
    count: ({ needs }) => needs.renewal,
    nobody: 'Nobody has to renew in the next 90 days',
  },
  {
    label: 'Leaving',
    search: { needs: 'leaving' },
    count: ({ needs }) => needs.leaving,
    nobody: 'No member has given notice',
  },
  {
    label: 'To settle',
    search: { needs: 'conversion' },
    count: ({ needs }) => needs.conversion,
    nobody: 'No membership waits for your word',
  },
];

/** The tab that an address shows; undefined when it is none of them. */
export const tabOf = ({ standing, needs }: MemberSearch) =>
  memberTabs.find(({ search }) => search.standing === standing && search.needs === needs);
