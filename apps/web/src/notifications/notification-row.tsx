import type { Notification } from '@lateral/contract/notifications';
import { topicOf } from '@lateral/domain/notifications/topics';
import { pathOf, sentenceOf } from '@lateral/domain/notifications/words';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { useRead } from './queries.ts';

/** One thing that somebody was told. Opening what it is about reads it. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const read = useRead();
  const { id, topic, at, readAt } = notification;
  const isUnread = readAt === null;
  const sentence = sentenceOf(notification);
  const path = pathOf(notification);
  return (
    <li className="flex gap-3 px-5 py-3.5">
      <span
        aria-hidden
        className={`mt-2 size-2.5 shrink-0 rounded-full ${isUnread ? 'bg-pen' : 'border border-line'}`}
      />
      <div className="min-w-0 flex-1">
        <p className={isUnread ? 'font-semibold' : ''}>
          {isUnread && <span className="sr-only">Not read: </span>}
          {path ? (
            <Link to={path} onClick={() => isUnread && read.mutate(id)}>
              {sentence}
            </Link>
          ) : (
            sentence
          )}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-muted">
          <span>
            {topicOf(topic).name} · <time dateTime={at.toISOString()}>{momentInWords(at)}</time>
          </span>
          {isUnread && (
            <TextButton
              data-screen-only
              aria-label={`Mark as read: ${sentence}`}
              aria-disabled={read.isPending || undefined}
              onClick={() => read.isPending || read.mutate(id)}
            >
              Mark as read
            </TextButton>
          )}
        </p>
        {read.error && <ErrorNote error={read.error} />}
      </div>
    </li>
  );
}
