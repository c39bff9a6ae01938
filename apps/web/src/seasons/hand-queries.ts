import * as contract from '@lateral/contract/season-draft';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';
import { showToast } from '../ui/toasts.ts';
import { shortExplain, undoneWords } from './hand-words.ts';
import type { Place } from './mend-queries.ts';

/** The days on which a school could be reviewed. Another draft is another question. */
export const openingsQuery = ({ seasonId, schoolId }: Place, draftVersion: number) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'openings', schoolId, draftVersion],
    queryFn: () => call(contract.listOpenings, { params: { seasonId, schoolId } }),
    staleTime: 60_000,
  });

/** Done when the board and the season have been read again. */
async function readAgain(client: QueryClient, seasonId: string) {
  for (const queryKey of [['today'], ['calendars'], ['reviews']]) void client.invalidateQueries({ queryKey });
  await Promise.all([
    client.invalidateQueries({ queryKey: ['seasons'], exact: true }),
    client.invalidateQueries({ queryKey: ['seasons', seasonId] }),
  ]);
}

/** Only the last step can be taken back, so only the last one is told. */
const topic = 'season';

async function undo(client: QueryClient, seasonId: string, draftVersion: number) {
  try {
    const { undone } = await call(contract.undoStep, { params: { seasonId }, body: { draftVersion } });
    await readAgain(client, seasonId);
    showToast({ topic, text: undoneWords(undone) });
  } catch (error) {
    await readAgain(client, seasonId);
    showToast({ topic, text: shortExplain(error as Error) });
  }
}

/** Takes back the last step by hand, and says which it was. */
export function useUndo(seasonId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (draftVersion: number) => undo(client, seasonId, draftVersion) });
}

type Step<Input> = {
  send: (input: Input) => Promise<{ draftVersion: number }>;
  say: (input: Input) => string;
};

/** One step by hand: sent, told, and for ten seconds taken back at a press. */
function useStep<Input>(seasonId: string, { send, say }: Step<Input>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async ({ draftVersion }, input) => {
      await readAgain(client, seasonId);
      showToast({
        topic,
        text: say(input),
        undo: () => void undo(client, seasonId, draftVersion),
      });
    },
    onError: () => readAgain(client, seasonId),
  });
}

export type Placed = { draftVersion: number; day: string; team: readonly string[]; leadId: string };

export const usePlaceReview = (params: Place, say: (placed: Placed) => string) =>
  useStep<Placed>(params.seasonId, {
    send: (body) => call(contract.placeReview, { params, body: { ...body, team: [...body.team] } }),
    say,
  });

export const useTakeOut = (params: Place, name: string) =>
  useStep<number>(params.seasonId, {
    send: (draftVersion) =>
      call(contract.takeOutReview, { params, querystring: { draftVersion: String(draftVersion) } }),
    say: () => `${name} is taken out. Nobody is told until you publish.`,
  });
