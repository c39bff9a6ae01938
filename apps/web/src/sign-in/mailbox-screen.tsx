import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { Anchor } from '../ui/anchor.tsx';
import { BareFrame } from '../ui/bare-frame.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { mailboxQuery } from './queries.ts';

/** Mail that would have been sent, when this machine keeps it instead. */
export function MailboxScreen() {
  const { data: mailbox, error, refetch } = useQuery(mailboxQuery);
  if (mailbox === null)
    return (
      <BareFrame>
        <PageHeader title="There is no mailbox here" />
        <p className="mb-5">Your mail goes to your own address. Look there for the link to sign in.</p>
        <Anchor href="/sign-in">Back to sign in</Anchor>
      </BareFrame>
    );
  return (
    <BareFrame>
      <PageHeader
        title="Mail on this machine"
        above={<Anchor href="/sign-in">Back to sign in</Anchor>}
        below="No mail server is set up, so mail is kept here and nowhere else."
      />
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!mailbox && !error && <Skeleton lines={4} />}
      {mailbox?.mails.length === 0 && (
        <Card isPadded={false}>
          <EmptyState icon={Inbox} title="No mail yet">
            Ask for a sign-in link, and it appears here.
          </EmptyState>
        </Card>
      )}
      <div className="grid gap-4">
        {mailbox?.mails.map(({ id, to, subject, text, createdAt }) => (
          <Card key={id} title={subject} beside={`To ${to}, ${momentInWords(createdAt)}`}>
            <p className="break-words whitespace-pre-line">{linked(text)}</p>
          </Card>
        ))}
      </div>
    </BareFrame>
  );
}

/** Text with its web addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) =>
    i % 2 === 1 ? (
      <a key={part} href={part} className="break-all text-pen underline underline-offset-3">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
