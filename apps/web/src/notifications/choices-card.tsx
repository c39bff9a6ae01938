import { type Channel, channelsOf, type Topic, topicOf } from '@lateral/domain/notifications/topics';
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toasts.ts';
import { choicesQuery, useChooseChannel } from './queries.ts';
import { channelWords, mailedWords } from './words.ts';

/** What somebody is told of, and where: each choice counts at once. */
export function ChoicesCard() {
  const list = useQuery(choicesQuery);
  return (
    <div id="told" className="scroll-mt-4">
      <Card title="What you are told">
        <p className="mb-3 text-muted">
          Everything stands under the bell. What you choose for the daily mail comes in one mail at 7 in the
          morning, Monday to Friday, if something is new that you have not read.
        </p>
        {list.isPending && <Skeleton lines={6} label="Loading what you are told" />}
        {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
        {list.data && (
          <ul className="divide-y divide-line border-t border-line">
            {list.data.items.map((choice) => (
              <ChoiceRow key={choice.topic} {...choice} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function ChoiceRow({ topic, channel }: { topic: Topic; channel: Channel }) {
  const choose = useChooseChannel();
  const { name, about, locked, isMailed } = topicOf(topic);
  const words = isMailed ? mailedWords : channelWords;
  const offered = channelsOf(topic);
  const value = choose.isPending ? choose.variables.channel : channel;
  const onChange = (next: string) =>
    choose.mutate(
      { topic, channel: next as Channel },
      { onSuccess: () => showToast({ text: `Saved: ${name}` }) },
    );
  return (
    <li className="grid items-start gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-muted">{about}</p>
        {locked && (
          <p className="mt-1 flex gap-1.5 text-sm text-muted">
            <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
            {locked}
          </p>
        )}
      </div>
      {offered.length > 1 ? (
        <Select
          name={`told-${topic}`}
          label={`Where you are told: ${name}`}
          isLabelHidden
          value={value}
          options={offered.map((one) => ({ value: one, label: words[one] }))}
          onChange={onChange}
        />
      ) : (
        <p className="sm:py-2">{words[channel]}</p>
      )}
      {choose.error && (
        <div className="sm:col-span-2">
          <ErrorNote error={choose.error} />
        </div>
      )}
    </li>
  );
}
