/** Where news of a topic reaches somebody: on screen alone, in the daily digest too, or not at all. */
export const channels = ['screen', 'digest', 'off'] as const;
export type Channel = (typeof channels)[number];

type TopicRule = {
  name: string;
  /** What it is about, in one sentence. */
  about: string;
  /** Why it cannot be switched off; null when it can. */
  locked: string | null;
  /** Whether a mail of its own goes at once: then it is not in the digest as well. */
  isMailed: boolean;
  /** The channel of whoever has chosen none. */
  usual: Channel;
};

/** What people are told about, most pressing first. */
export const topics = {
  security: {
    name: 'New addresses',
    about: 'Somebody you know, or you, is to sign in with another address.',
    locked: 'You are always told, so that nobody can take over an account unseen.',
    isMailed: true,
    usual: 'screen',
  },
  'in-your-name': {
    name: 'In somebody’s name',
    about: 'A head lets you prepare things, or somebody did something in your name.',
    locked: 'You are always told what is done in your name, and in whose name you may act.',
    isMailed: false,
    usual: 'digest',
  },
  you: {
    name: 'What is recorded about you',
    about: 'Your training, your days away, days offered in your name and your address.',
    locked: null,
    isMailed: false,
    usual: 'digest',
  },
  'your-work': {
    name: 'Work that you started',
    about: 'An import has been checked, applied or undone, or a plan is finished.',
    locked: null,
    isMailed: false,
    usual: 'screen',
  },
  reviews: {
    name: 'Reviews',
    about: 'Reviews that you are on or are asked to join, and your school’s own.',
    locked: 'You are always told of days that are yours.',
    isMailed: true,
    usual: 'screen',
  },
  season: {
    name: 'The review season',
    about: 'A colleague started or planned the season, or changed its rules.',
    locked: null,
    isMailed: false,
    usual: 'digest',
  },
  school: {
    name: 'Your school',
    about:
      'Its membership, its cluster, its details, its record in the register and the days it is asked for.',
    locked: null,
    isMailed: false,
    usual: 'digest',
  },
  members: {
    name: 'Members',
    about: 'A school joins, renews, gives notice or takes it back.',
    locked: null,
    isMailed: false,
    usual: 'digest',
  },
  calendar: {
    name: 'Terms and closed days',
    about: 'The partnership’s calendar was changed.',
    locked: null,
    isMailed: false,
    usual: 'digest',
  },
  reminders: {
    name: 'Reminders to you',
    about: 'A copy of each reminder that was mailed to you.',
    locked: null,
    isMailed: true,
    usual: 'screen',
  },
} as const satisfies Record<string, TopicRule>;

export type Topic = keyof typeof topics;
export const topicKeys = Object.keys(topics) as [Topic, ...Topic[]];
export const topicOf = (topic: Topic): TopicRule => topics[topic];

export const choiceRefusals = ['topic-locked', 'mailed-already'] as const;
export type ChoiceRefusal = (typeof choiceRefusals)[number];

/** Why a topic cannot have this channel, or null. */
export function refuseChoice(topic: Topic, channel: Channel): ChoiceRefusal | null {
  const { locked, isMailed } = topicOf(topic);
  if (locked !== null && channel === 'off') return 'topic-locked';
  return isMailed && channel === 'digest' ? 'mailed-already' : null;
}

/** The channels that a topic can have. */
export const channelsOf = (topic: Topic): Channel[] =>
  channels.filter((channel) => refuseChoice(topic, channel) === null);
