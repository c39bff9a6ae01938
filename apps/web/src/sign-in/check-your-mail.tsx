import { useQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { ButtonAnchor } from '../ui/button-anchor.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { mailboxQuery } from './queries.ts';

export function CheckYourMail({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { data: mailbox } = useQuery(mailboxQuery);
  return (
    <>
      <PageHeader title="Check your e-mail" />
      <p className="mb-3">
        If we know <strong className="break-all">{email}</strong>, a link to sign in is on its way. It works
        once, for 15 minutes, in this browser.
      </p>
      <p className="mb-5 text-muted">
        Nothing after a few minutes? Look in your junk folder, or{' '}
        <TextButton onClick={onAgain}>try another address</TextButton>.
      </p>
      {mailbox && (
        <ButtonAnchor href="/mailbox" variant="primary" icon={MailCheck}>
          Open the mailbox on this machine
        </ButtonAnchor>
      )}
    </>
  );
}
