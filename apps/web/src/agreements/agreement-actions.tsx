import type { Agreement } from '@lateral/contract/agreements';
import type { Permission } from '@lateral/domain/policy';
import { useNavigate } from '@tanstack/react-router';
import { Ban, Pencil, Send, Stamp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { showToast } from '../ui/toasts.ts';
import { DropDialog, IssueDialog, WithdrawDialog } from './dialogs.tsx';
import { useOffer } from './queries.ts';
import { agreementErrorWords } from './words.ts';

type Open = 'drop' | 'issue' | 'withdraw' | null;

function rightsTo({ state, offered }: Agreement, may: (permission: Permission) => boolean) {
  const isOpen = state === 'draft' || state === 'offered';
  return {
    mayWrite: isOpen && may('agreements.draft'),
    mayIssue: state === 'offered' && !offered?.isMine && may('agreements.issue'),
    mayWithdraw: state === 'issued' && may('agreements.issue'),
  };
}

/** What can be done with a version as it stands, by whoever looks at it. */
export function AgreementActions({ agreement }: { agreement: Agreement }) {
  const { may } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const navigate = useNavigate();
  const offer = useOffer(agreement.id);
  const { id: agreementId, state, offered, version } = agreement;
  const close = () => setOpen(null);
  const { mayWrite, mayIssue, mayWithdraw } = rightsTo(agreement, may);
  if (!mayWrite && !mayIssue && !mayWithdraw) return null;
  return (
    <div data-screen-only className="mb-5">
      {state === 'offered' && mayWrite && (
        <p className="mb-3 max-w-prose">
          {offered?.isMine && 'Somebody else must issue it: another broker or a member of the board. '}
          Changing its words makes it a draft again.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {mayIssue && (
          <Button variant="primary" icon={Stamp} onClick={() => setOpen('issue')}>
            Issue it
          </Button>
        )}
        {mayWrite && state === 'draft' && (
          <Button
            variant="primary"
            icon={Send}
            isPending={offer.isPending}
            onClick={() =>
              offer.mutate(version, {
                onSuccess: () => {
                  showToast({ text: 'Offered. Now a second person must issue it.' });
                  focusHeading();
                },
              })
            }
          >
            Offer it for issue
          </Button>
        )}
        {mayWrite && (
          <ButtonLink to="/agreements/$agreementId/edit" params={{ agreementId }} icon={Pencil}>
            Change its words
          </ButtonLink>
        )}
        {mayWrite && (
          <Button icon={Trash2} onClick={() => setOpen('drop')}>
            Throw it away
          </Button>
        )}
        {mayWithdraw && (
          <Button icon={Ban} onClick={() => setOpen('withdraw')}>
            Withdraw it
          </Button>
        )}
      </div>
      {offer.error && <ErrorNote error={offer.error} words={agreementErrorWords} />}
      {open === 'issue' && <IssueDialog agreement={agreement} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog agreement={agreement} onClose={close} />}
      {open === 'drop' && (
        <DropDialog
          agreement={agreement}
          onClose={close}
          onDropped={() => void navigate({ to: '/agreements' })}
        />
      )}
    </div>
  );
}
