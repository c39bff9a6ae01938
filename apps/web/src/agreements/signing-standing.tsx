import type { SchoolSigning } from '@lateral/contract/signings';
import { clausesRead } from '@lateral/domain/agreements/clauses';
import { useEffect } from 'react';
import { Card } from '../ui/card.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AgreementText } from './agreement-text.tsx';
import { SealedCopy } from './sealed-copy.tsx';
import { SignatureLines } from './signature-lines.tsx';
import { anyOf } from './signing-words.ts';

/** How a school stands with the agreement, for whoever has nothing to sign: what has been done, and what comes next. */
export function SigningStanding({ data }: { data: SchoolSigning }) {
  const { school, agreement, signing, complete, withdrawn } = data;
  const isShown = complete !== null && complete.number === agreement?.number;
  const { title, text } = describe(data);
  useEffect(() => void focusHeading(), []);
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
      {withdrawn && (
        <p className="mt-4 rounded-control bg-risk-soft px-4 py-3">
          <span className="font-semibold">
            Version {withdrawn.number} was withdrawn, and can no longer be signed.
          </span>{' '}
          {withdrawn.why}
        </p>
      )}
      {signing && signing.state !== 'opened' && (
        <Card title={signing.signed ? 'What has been signed' : 'What has been done'} className="mt-5">
          <SignatureLines signing={signing} />
          {signing.sha256 && (
            <p className="mt-3 text-sm text-muted">
              The seal of the text: <span className="font-mono wrap-anywhere">{signing.sha256}</span>
            </p>
          )}
          {isShown && <SealedCopy schoolId={school.id} signing={complete.signing} />}
        </Card>
      )}
      {complete && !isShown && (
        <Card title={`Signed before: version ${complete.number}`} className="mt-5">
          <SignatureLines signing={complete.signing} />
          <SealedCopy schoolId={school.id} signing={complete.signing} />
        </Card>
      )}
      {agreement && (
        <details className="mt-5">
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
            Read the agreement, version {agreement.number}
          </summary>
          <div className="mt-2">
            <AgreementText clauses={clausesRead(agreement)} />
          </div>
        </details>
      )}
    </div>
  );
}

function describe({ school, agreement, signing, complete, withdrawn, chairs, heads }: SchoolSigning) {
  if (signing?.state === 'co-signed')
    return {
      title: 'Signed and co-signed',
      text: `${school.name} has signed version ${agreement?.number} of the agreement. A copy was sent by mail to the headteacher and the chair of governors.${withdrawn ? '' : ' There is nothing more to do.'}`,
    };
  if (agreement?.state === 'withdrawn')
    return {
      title: 'This version was withdrawn',
      text: 'It cannot be signed or co-signed any more. When the partnership issues another version, you will find it here, and begin with that one.',
    };
  if (signing?.state === 'signed')
    return {
      title: 'Signed, and waiting to be co-signed',
      text: `A copy is on its way to the headteacher by mail. ${
        chairs.length > 0
          ? `${anyOf(chairs, '')} can co-sign it as chair of governors: it is on their first screen.`
          : 'We know nobody who could co-sign it as chair of governors: tell the broker who it is.'
      }${school.memberSince ? '' : ' Once it is co-signed, the school is a member.'}`,
    };
  if (!school.counted)
    return {
      title: 'This school cannot join',
      text: 'It does not count as a state school. If that is wrong, tell the broker of your partnership.',
    };
  if (!agreement && withdrawn)
    return {
      title: 'There is nothing to sign at the moment',
      text: 'When the partnership issues another version, you will find it here.',
    };
  if (!agreement)
    return {
      title: 'There is nothing to sign yet',
      text: 'The partnership has not issued its agreement. You will find it here when it has.',
    };
  return describeUnsigned(school.name, agreement.number, complete?.number ?? null, heads);
}

function describeUnsigned(school: string, number: number, before: number | null, heads: readonly string[]) {
  const earlier =
    before === null ? '' : `${school} has signed version ${before}; version ${number} is in force now. `;
  const who =
    heads.length > 0 ? `That is ${anyOf(heads, '')}.` : 'We know no headteacher of this school yet.';
  return {
    title: before === null ? 'Not signed yet' : `Version ${number} is not signed yet`,
    text: `${earlier}The headteacher signs for the school, once its governing body has agreed. ${who}`,
  };
}
