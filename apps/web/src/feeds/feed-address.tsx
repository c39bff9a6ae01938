import type { getFeed } from '@lateral/contract/feeds';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../call.ts';
import { Button } from '../ui/button.tsx';
import { ButtonAnchor } from '../ui/button-anchor.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { momentInWords } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { showToast } from '../ui/toasts.ts';
import { useChangeFeed, useMakeFeed, useWithdrawFeed } from './queries.ts';

type Feed = NonNullable<Output<typeof getFeed>['feed']>;
type Ending = 'renew' | 'withdraw';

/** The address itself, where to put it, and how to make it stop working. */
export function FeedAddress({ feed }: { feed: Feed }) {
  const change = useChangeFeed();
  const [ending, setEnding] = useState<Ending | null>(null);
  const { address, withTerms, readAt } = feed;
  const webcal = address.replace(/^https?:/, 'webcal:');
  return (
    <div className="grid gap-5">
      <CopyField
        name="feed-address"
        label="Your private address"
        hint="Whoever has it can read these days. Do not pass it on."
        value={address}
      />
      <p className="text-sm text-muted">
        {readAt
          ? `Last read by a calendar program: ${momentInWords(readAt)}.`
          : 'No calendar program has read it yet.'}
      </p>
      <div className="grid gap-2">
        <h3 className="font-semibold">Add it</h3>
        <ul className="list-disc space-y-1.5 pl-5">
          <li>
            <strong>Google Calendar:</strong> on a computer, beside “Other calendars” press +, “From URL”, and
            paste the address.
          </li>
          <li>
            <strong>Outlook:</strong> “Add calendar”, “Subscribe from web”, and paste the address.
          </li>
          <li>
            <strong>iPhone, iPad or Mac:</strong> press the button below.
          </li>
        </ul>
        <div>
          <ButtonAnchor href={webcal} icon={ExternalLink}>
            Open in this device’s calendar
          </ButtonAnchor>
        </div>
        <p className="text-sm text-muted">
          Google and Outlook look again every few hours, sometimes only once a day.
        </p>
      </div>
      <Checkbox
        name="with-terms"
        label="With terms and closed days"
        checked={change.isPending ? change.variables : withTerms}
        onChange={({ target }) => change.mutate(target.checked)}
      />
      {change.error && <ErrorNote error={change.error} />}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setEnding('renew')}>Get a new address</Button>
        <Button onClick={() => setEnding('withdraw')}>Withdraw it</Button>
      </div>
      {ending && <EndDialog ending={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

const endWords = {
  renew: {
    title: 'Get a new address?',
    does: 'Get a new address',
    text: 'The address that you have stops working at once. Add the new one to your calendar programs again. Do this when somebody has it who should not.',
    done: 'You have a new address',
  },
  withdraw: {
    title: 'Withdraw the address?',
    does: 'Withdraw it',
    text: 'It stops working at once, and your calendar programs learn of no further change. What they hold already they may keep until you take the calendar out there.',
    done: 'The address is withdrawn',
  },
} as const;

function EndDialog({ ending, onClose }: { ending: Ending; onClose: () => void }) {
  const renew = useMakeFeed();
  const withdraw = useWithdrawFeed();
  const end = ending === 'renew' ? renew : withdraw;
  const { title, does, text, done } = endWords[ending];
  const onEnd = () =>
    end.mutate(undefined, {
      onSuccess: () => {
        showToast({ text: done });
        onClose();
      },
    });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={end.isPending} onClick={onEnd}>
            {does}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>{text}</p>
      {end.error && (
        <div className="mt-3">
          <ErrorNote error={end.error} />
        </div>
      )}
    </Dialog>
  );
}
