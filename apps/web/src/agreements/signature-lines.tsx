import type { Signing } from '@lateral/contract/signings';
import { longDay, momentInWords } from '../ui/days.ts';
import { pounds } from '../ui/pounds.ts';
import { meansWords } from './signing-words.ts';

/** What has been done, by whom and when, line by line. */
export function SignatureLines({ signing }: { signing: Signing }) {
  const { governingBody, pledgedPence, signed, coSigned, reference } = signing;
  const lines = [
    reference && { label: 'Reference', value: reference },
    governingBody && {
      label: 'Governing body',
      value: `Agreed on ${longDay(governingBody.metOn)}, minute ${governingBody.minute}`,
    },
    pledgedPence !== null && { label: 'Would give a year', value: pounds(pledgedPence) },
    signed && {
      label: 'Headteacher',
      value: `${signed.name}, ${momentInWords(signed.at)}, ${meansWords[signed.means]}`,
    },
    coSigned && {
      label: 'Chair of governors',
      value: `${coSigned.name}, ${momentInWords(coSigned.at)}, ${meansWords[coSigned.means]}`,
    },
  ].filter((line) => typeof line === 'object' && line !== null);
  if (lines.length === 0) return <p className="mt-1 text-muted">Somebody has begun to read the agreement.</p>;
  return (
    <dl className="mt-3 border-t border-line">
      {lines.map(({ label, value }) => (
        <div key={label} className="border-b border-line py-2.5">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
