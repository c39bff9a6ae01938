import type { SchoolSigning } from '@lateral/contract/signings';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AgreementText } from './agreement-text.tsx';
import { SignatureLines } from './signature-lines.tsx';
import { anyOf } from './signing-words.ts';

/** How a school stands with the agreement, for whoever has nothing to sign: what has been done, and what comes next. */
export function SigningStanding({ data }: { data: SchoolSigning }) {
  const { school, agreement, signing } = data;
  const { title, text } = describe(data);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={title}
        tab="Membership agreement"
        above={
          <Link to="/schools/$schoolId" params={{ schoolId: school.id }}>
            {school.name}
          </Link>
        }
      />
      <p className="max-w-prose">{text}</p>
      {signing && signing.state !== 'opened' && (
        <Card title="What has been signed" className="mt-5">
          <SignatureLines signing={signing} />
          {signing.sha256 && (
            <p className="mt-3 text-sm text-muted">
              The seal of the text: <span className="font-mono wrap-anywhere">{signing.sha256}</span>
            </p>
          )}
        </Card>
      )}
      {agreement && (
        <details className="mt-5">
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
            Read the agreement, version {agreement.number}
          </summary>
          <div className="mt-2">
            <AgreementText clauses={agreement.clauses} />
          </div>
        </details>
      )}
    </div>
  );
}

function describe({ school, agreement, signing, chairs, heads }: SchoolSigning) {
  if (signing?.state === 'co-signed')
    return {
      title: 'Signed and co-signed',
      text: `${school.name} has signed version ${agreement?.number} of the agreement. A copy was sent by mail to the headteacher and the chair of governors. There is nothing more to do.`,
    };
  if (agreement?.state === 'withdrawn')
    return {
      title: 'This version was withdrawn',
      text: 'It cannot be signed or co-signed any more. When the partnership issues another version, you will find it here, and begin with that one.',
    };
  if (signing?.state === 'signed')
    return {
      title: 'Signed, and waiting to be co-signed',
      text:
        chairs.length > 0
          ? `A copy is on its way to the headteacher by mail. ${anyOf(chairs, '')} has been asked by mail to co-sign as chair of governors. When they have, the school is a member.`
          : 'A copy is on its way to the headteacher by mail. We know no chair of governors of this school: tell the broker who it is, so that they can co-sign.',
    };
  if (!school.counted)
    return {
      title: 'This school cannot join',
      text: 'It does not count as a state school. If that is wrong, tell the broker of your partnership.',
    };
  if (!agreement)
    return {
      title: 'There is nothing to sign yet',
      text: 'The partnership has not issued its agreement. You will find it here when it has.',
    };
  return {
    title: 'Not signed yet',
    text: `The headteacher signs for the school, once its governing body has agreed. ${heads.length > 0 ? `That is ${anyOf(heads, '')}.` : 'We know no headteacher of this school yet.'}`,
  };
}
