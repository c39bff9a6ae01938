import { digestMost } from '@lateral/domain/notifications/digest';
import type { NoticeKind } from '@lateral/domain/notifications/kinds';
import { type Topic, topicKeys, topicOf } from '@lateral/domain/notifications/topics';
import { pathOf, sentenceOf } from '@lateral/domain/notifications/words';

type Item = {
  topic: Topic;
  kind: NoticeKind;
  detail: Record<string, unknown>;
  schoolId: string | null;
  schoolName: string | null;
};
type Digest = { partnership: string; name: string; items: readonly Item[]; publicUrl: string; token: string };

const things = (n: number) => (n === 1 ? 'One thing is' : `${n} things are`);

/** A daily mail as it is sent: plain text, topic by topic, in lines that any mail program wraps. */
export function composeDigest({ partnership, name, items, publicUrl, token }: Digest) {
  const shown = items.slice(0, digestMost);
  const rest = items.length - shown.length;
  const parts = [
    `Dear ${name},`,
    `${things(items.length)} new for you at ${partnership}.`,
    ...topicKeys.flatMap((topic) => partOf(topic, shown, publicUrl)),
    rest > 0 && `And ${rest} more.`,
    `Everything that you were told:\n${publicUrl}/notifications`,
    `--\nYou get at most one of these a day, on weekdays, when something is new. Choose what you are told, and where:\n${publicUrl}/account#told`,
    `Stop this daily mail without signing in:\n${publicUrl}/sign-in/unsubscribe#${token}`,
  ];
  return {
    subject: `${items.length === 1 ? 'One new thing' : `${items.length} new things`} at ${partnership}`,
    text: `${parts.filter(Boolean).join('\n\n')}\n`,
    unsubscribeUrl: `${publicUrl}/api/notifications/unsubscribe?token=${token}`,
  };
}

function partOf(topic: Topic, items: readonly Item[], publicUrl: string): string[] {
  const lines = items
    .filter((item) => item.topic === topic)
    .map(({ kind, detail, schoolId, schoolName }) => {
      const told = {
        kind,
        detail,
        school: schoolId && schoolName ? { id: schoolId, name: schoolName } : null,
      };
      const path = pathOf(told);
      return `- ${sentenceOf(told)}.${path ? `\n  ${publicUrl}${path}` : ''}`;
    });
  return lines.length > 0 ? [`${topicOf(topic).name}\n${lines.join('\n')}`] : [];
}
