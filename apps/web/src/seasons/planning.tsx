import type { Season } from '@lateral/contract/seasons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { showToast } from '../ui/toasts.ts';
import { isPlanning, useStopPlanning } from './queries.ts';
import { percentWords, refusalWords } from './words.ts';

/** What the end of planning is told as. */
function tellEnd({ job, placed, unplaced }: Season): string {
  if (job?.state === 'failed') return 'The season could not be planned.';
  const came = `${placed} placed, ${unplaced} to place.`;
  return job?.state === 'cancelled' ? `Planning was stopped. ${came}` : `The season is planned: ${came}`;
}

/** When planning ends, the board is read again and the end is told, once. */
function useEndOfPlanning(season: Season) {
  const client = useQueryClient();
  const wasPlanning = useRef(false);
  const [news, setNews] = useState('');
  const now = isPlanning(season);
  useEffect(() => {
    if (now) setNews('Planning the season.');
    if (!now && wasPlanning.current) {
      const text = tellEnd(season);
      setNews('');
      showToast({ text });
      void client.invalidateQueries({ queryKey: ['seasons'] });
      void client.invalidateQueries({ queryKey: ['calendars'] });
      void client.invalidateQueries({ queryKey: ['today'] });
    }
    wasPlanning.current = now;
  }, [now, season, client]);
  return news;
}

/** Planning under way, or how it failed. What it says is read from the server, so it survives a reload. */
export function Planning({ season }: { season: Season }) {
  const news = useEndOfPlanning(season);
  const { job } = season;
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
      {isPlanning(season) && <Progress season={season} />}
      {job?.state === 'failed' && (
        <div className="mb-4">
          <ErrorNote
            error={new Error(job.problem ?? '')}
            {...(job.problem && { words: { '': job.problem } })}
          />
        </div>
      )}
    </>
  );
}

function sayProgress({ step, percentAbove }: NonNullable<NonNullable<Season['job']>['progress']>): string {
  const placed = `${step} reviews placed so far`;
  if (percentAbove === undefined) return placed;
  return percentAbove === 0
    ? `${placed}. No plan for this many is better.`
    : `${placed}. Within ${percentWords(percentAbove)} of the best plan for this many.`;
}

const waitingWords = {
  title: 'Waiting to begin',
  said: 'Seasons are planned one after the other. Yours begins as soon as it is its turn.',
  stop: 'Do not plan it now',
};

/** What is going on, how far it is, and what stopping it means. */
function describeJob(job: Season['job'], isStopping: boolean) {
  if (job?.state === 'waiting' && !isStopping) return waitingWords;
  return {
    title: isStopping ? 'Stopping, and keeping the best so far' : 'Planning the season',
    said: job?.progress ? sayProgress(job.progress) : 'Looking at schools and days',
    stop: 'Stop and keep the best so far',
  };
}

function Progress({ season: { id, job } }: { season: Season }) {
  const stop = useStopPlanning(id);
  const progress = job?.progress;
  const isStopping = stop.isPending || job?.cancelAsked === true;
  const words = describeJob(job, isStopping);
  return (
    <section
      aria-label="Planning the season"
      data-screen-only
      className="mb-4 rounded-card border border-line border-l-4 border-l-pen bg-surface px-5 py-4"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="font-semibold">{words.title}</p>
          <p className="mt-0.5 mb-2 text-muted">{words.said}</p>
          <ProgressBar
            label="Planning the season"
            value={progress?.done ?? 0}
            max={progress?.total ?? 1}
            text={words.said}
          />
        </div>
        {job && (
          <Button isPending={isStopping} onClick={() => stop.mutate(job.id)}>
            {words.stop}
          </Button>
        )}
      </div>
      <p className="mt-3 text-sm text-muted">
        You can leave this page or close it. Planning goes on, and the board fills when it is done.
      </p>
      {stop.error && <ErrorNote error={stop.error} words={refusalWords} />}
    </section>
  );
}
