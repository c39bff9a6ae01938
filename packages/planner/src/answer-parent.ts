import { once } from 'node:events';
import type { Told } from './ask-process.ts';

/**
 * Does in this process what `askProcess` started it for. `tell` resolves once the news is on its way, so that no more
 * than one need wait in memory; the process ends when the answer, or the error, has been told.
 */
export async function answerParent<Input, Answer, News = never>(
  work: (input: Input, tell: (news: News) => Promise<void>) => Answer | Promise<Answer>,
): Promise<void> {
  const send = (told: Told<Answer, News>) =>
    new Promise<void>((resolve, reject) => {
      if (!process.send) throw new Error('this is started by askProcess');
      process.send(told, undefined, undefined, (error) => (error ? reject(error) : resolve()));
    });
  const [input] = (await once(process, 'message')) as [Input];
  const told = await attempt(() => work(input, (news) => send({ news })));
  try {
    await send(told);
    process.disconnect();
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Whether telling failed because whoever asked is no longer there. */
const isGone = (error: unknown) =>
  ['EPIPE', 'ERR_IPC_CHANNEL_CLOSED'].includes((error as NodeJS.ErrnoException).code ?? '');

async function attempt<Answer>(work: () => Answer | Promise<Answer>): Promise<Told<Answer>> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
