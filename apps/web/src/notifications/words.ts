import type { Channel } from '@lateral/domain/notifications/topics';

export const channelWords: Record<Channel, string> = {
  screen: 'Here only',
  digest: 'Here and in the daily mail',
  off: 'Do not tell me',
};

/** For topics of which a mail goes at once. */
export const mailedWords: Record<Channel, string> = {
  ...channelWords,
  screen: 'Here, and a mail at once',
  off: 'A mail at once only',
};
