import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { erasureQuery, useErasePerson } from './queries.ts';
import { erasureErrorWords, goesWords } from './words.ts';

type Props = { personId: string; name: string; onClose: () => void };

/** Says what goes and what stays, and asks for a tick: nothing brings it back. */
export function EraseDialog({ personId, name, onClose }: Props) {
  const preview = useQuery(erasureQuery(personId));
  const erase = useErasePerson(personId);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isSure, setIsSure] = useState(false);
  const [isTickMissing, setIsTickMissing] = useState(false);
  const refusal = preview.data?.refusal;
  const send = () => {
    setIsTickMissing(!isSure);
    if (!isSure) return;
    erase.mutate(undefined, {
      onSuccess: () => {
        showToast({ text: `${name} is being erased. It takes up to a minute.` });
        void queryClient.invalidateQueries({ queryKey: ['people'] });
        void navigate({ to: '/people' });
      },
    });
  };
  return (
    <Dialog
      title={`Erase ${name}?`}
      onClose={onClose}
      actions={
        <>
          {preview.data && !refusal && (
            <Button variant="primary" isPending={erase.isPending} onClick={send}>
              Erase for good
            </Button>
          )}
          <Button onClick={onClose}>{refusal ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      {preview.isPending && <Skeleton lines={4} label="Looking at what is kept" />}
      {preview.error && <ErrorNote error={preview.error} onRetry={() => preview.refetch()} />}
      {refusal && <p>{erasureErrorWords[refusal as keyof typeof erasureErrorWords] ?? refusal}</p>}
      {preview.data && !refusal && (
        <div className="grid gap-4">
          <WhatGoes goes={preview.data.goes} />
          <p>
            What they were part of stays, such as the reviews they did, but no longer says who it was. Nobody
            can bring any of it back, and a restored backup is erased again.
          </p>
          <div>
            {isTickMissing && (
              <p role="alert" className="font-semibold text-risk">
                Tick the box if you are sure
              </p>
            )}
            <Checkbox
              label={`I am sure that ${name} is to be erased`}
              checked={isSure}
              aria-invalid={isTickMissing || undefined}
              onChange={({ target }) => {
                setIsSure(target.checked);
                setIsTickMissing(false);
              }}
            />
          </div>
          {erase.error && <p className="text-risk">{explain(erase.error, erasureErrorWords)}</p>}
        </div>
      )}
    </Dialog>
  );
}

function WhatGoes({ goes }: { goes: Record<string, number> }) {
  const lines = Object.entries(goesWords).filter(([part]) => (goes[part] ?? 0) > 0);
  return (
    <div>
      <p>This goes for good:</p>
      <ul className="mt-1 list-disc pl-5">
        <li>their name, their address, and every way for them to sign in</li>
        <li>their roles, which end today</li>
        {lines.map(([part, [one, many]]) => (
          <li key={part}>{plural(goes[part] ?? 0, one, many)}</li>
        ))}
      </ul>
    </div>
  );
}
