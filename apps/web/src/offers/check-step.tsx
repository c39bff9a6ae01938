import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { showToast } from '../ui/toasts.ts';
import { isChanged, useVersionedSave } from '../versioned-save.ts';
import { faultsOf } from '../words.ts';
import { type Draft, draftOf, toSend } from './draft.ts';
import { inWords, OfferSummary } from './offer-summary.tsx';
import { offerQuery, theirsQuery, useMakeOffer } from './queries.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { draftLabels, offerErrorWords } from './words.ts';

/** Everything that is about to be sent, on one screen. */
export function CheckStep(props: StepProps) {
  const { offer, draft } = props;
  const { season, school } = offer;
  const client = useQueryClient();
  const navigate = useNavigate();
  const put = useMakeOffer(season.id, school.id);
  const leave = () => {
    draft.drop();
    void client.invalidateQueries({ queryKey: ['offers'] });
    void navigate({
      to: '/reviews/offer/$schoolId',
      params: { schoolId: school.id },
      search: { season: season.id },
    });
  };
  const { clash, save, settle } = useVersionedSave({
    saved: offer,
    pick: draftOf,
    send: (fields: Draft, version) => put.mutateAsync({ ...toSend(fields, offer), version }),
    refetch: () => client.fetchQuery(theirsQuery(season.id, school.id)),
    onSaved: (saved) => {
      // Before the new one is shown: what was typed is not a draft of it.
      draft.drop();
      client.setQueryData(offerQuery(season.id, school.id).queryKey, saved);
      showToast({ text: `The days of ${school.name} are sent` });
      leave();
    },
  });
  const error = isChanged(put.error) ? null : put.error;
  // What is at fault is on another step: the words say where.
  const faults = faultsOf(error, offerErrorWords).map(({ text }) => ({ field: null, text }));
  const send = () => void save(draft.value, draft.from).catch(() => false);
  return (
    <StepFrame
      {...props}
      step="check"
      action={
        clash ? null : (
          <Button variant="primary" isPending={put.isPending} onClick={send}>
            {offer.sent ? 'Send the changes' : 'Send our days'}
          </Button>
        )
      }
    >
      {clash ? (
        <MergeChoices
          fields={clash.merged.conflicts.map((field) => ({
            field,
            label: draftLabels[field],
            mine: inWords(field, clash.merged.value, offer),
            theirs: inWords(field, draftOf(clash.theirs), offer),
          }))}
          who={clash.theirs.sent?.by ?? null}
          taken={clash.merged.taken.map((field) => draftLabels[field].toLowerCase())}
          isPending={put.isPending}
          error={error}
          onSave={(choices) => void settle(choices).catch(() => false)}
          onLeave={leave}
        />
      ) : (
        <>
          <ErrorSummary faults={faults} />
          <OfferSummary offer={offer} draft={draft.value} mayChange />
          <p className="mt-4">
            The broker sees all of this. Each leader named is told how many days you offer in their name. Days
            that you do not offer cannot be planned with.
          </p>
        </>
      )}
    </StepFrame>
  );
}
