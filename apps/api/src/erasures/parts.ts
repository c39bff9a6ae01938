/**
 * Where a person stands in a partnership: the table, the columns that name them, and what becomes of those rows when
 * they are erased. `deleted`: the rows go. `kept`: they stay, and name nobody any more but by an id. `blanked`: they
 * stay, emptied. A test finds a table that is missing here.
 */
export type Part = {
  /** Its name in an export. */
  name: string;
  table: string;
  by: readonly string[];
  erased: 'deleted' | 'kept' | 'blanked';
  /** Columns that are nobody's to read: hashes of secrets, and what is worth nothing to a reader. */
  without?: readonly string[];
  /** SQL about a row `t`: which of them an export holds. A draft of a season is nobody's to see but the broker's. */
  shown?: string;
};

export const partnershipParts: readonly Part[] = [
  { name: 'person', table: 'people', by: ['person_id'], erased: 'blanked' },
  { name: 'addressesConfirmed', table: 'people', by: ['address_confirmed_by'], erased: 'kept' },
  { name: 'roles', table: 'roles', by: ['person_id'], erased: 'kept' },
  { name: 'awayDays', table: 'leader_days', by: ['person_id'], erased: 'deleted' },
  {
    name: 'draftsLed',
    table: 'reviews',
    by: ['lead_id'],
    erased: 'kept',
    // Who else might have come is about others.
    without: ['explanation'],
    shown: 'false',
  },
  { name: 'draftSeats', table: 'review_seats', by: ['person_id'], erased: 'kept', shown: 'false' },
  { name: 'draftSteps', table: 'draft_steps', by: ['person_id'], erased: 'kept', without: ['before'] },
  { name: 'reviewsLed', table: 'bookings', by: ['lead_id'], erased: 'kept' },
  { name: 'reviews', table: 'booked_seats', by: ['person_id'], erased: 'kept' },
  { name: 'reviewsAsked', table: 'seat_asks', by: ['person_id', 'leaver_id', 'asked_by'], erased: 'kept' },
  { name: 'invitations', table: 'invitations', by: ['person_id'], erased: 'kept' },
  { name: 'offers', table: 'offers', by: ['sent_by'], erased: 'kept' },
  { name: 'daysOffered', table: 'offered_leaders', by: ['person_id'], erased: 'kept' },
  // That a school would rather not have somebody is for that school and the broker to know.
  { name: 'barred', table: 'barred_reviewers', by: ['person_id'], erased: 'deleted', shown: 'false' },
  { name: 'ledger', table: 'ledger_entries', by: ['person_id', 'written_by'], erased: 'kept' },
  {
    name: 'trainingPlaces',
    table: 'training_places',
    by: ['person_id', 'booked_by'],
    erased: 'kept',
  },
  { name: 'savedViews', table: 'saved_views', by: ['owner_id'], erased: 'deleted' },
  { name: 'delegations', table: 'delegations', by: ['principal_id', 'delegate_id'], erased: 'deleted' },
  { name: 'recoveries', table: 'recoveries', by: ['person_id'], erased: 'deleted', without: ['stop_hash'] },
  {
    name: 'recoveriesOfOthers',
    table: 'recoveries',
    by: ['asked_by', 'agreed_by', 'stopped_by'],
    erased: 'kept',
    // Somebody else's address and reason.
    without: ['stop_hash', 'new_email', 'old_email', 'reason'],
  },
  { name: 'reminders', table: 'reminders', by: ['person_id'], erased: 'deleted' },
  { name: 'remindersSent', table: 'reminder_batches', by: ['made_by'], erased: 'kept', without: ['asked'] },
  { name: 'notifications', table: 'notifications', by: ['person_id'], erased: 'deleted' },
  { name: 'dailyMails', table: 'digests', by: ['person_id'], erased: 'deleted' },
  { name: 'notificationChoices', table: 'notification_choices', by: ['person_id'], erased: 'deleted' },
  {
    name: 'calendarFeed',
    table: 'calendar_feeds',
    by: ['person_id'],
    erased: 'deleted',
    without: ['id', 'secret_hash'],
  },
  { name: 'calendarDays', table: 'feed_entries', by: ['person_id'], erased: 'deleted' },
  { name: 'tokens', table: 'api_tokens', by: ['owner_id'], erased: 'deleted', without: ['token_hash'] },
  { name: 'tokensEnded', table: 'api_tokens', by: ['ended_by'], erased: 'kept', without: ['token_hash'] },
  { name: 'schoolChanges', table: 'school_changes', by: ['made_by'], erased: 'kept', without: ['schools'] },
  {
    name: 'agreements',
    table: 'agreements',
    by: ['offered_by', 'issued_by', 'withdrawn_by'],
    erased: 'kept',
    without: ['clauses', 'sealed_text'],
  },
  {
    // What was signed is kept, with the name as it was typed: it binds the school (security.md, retention).
    name: 'signatures',
    table: 'signings',
    by: ['opened_by', 'prepared_by', 'signed_by', 'co_signed_by'],
    erased: 'kept',
  },
  { name: 'renewals', table: 'renewals', by: ['renewed_by'], erased: 'kept' },
  { name: 'notices', table: 'notices', by: ['given_by', 'taken_back_by'], erased: 'kept' },
  { name: 'schoolDetails', table: 'school_details', by: ['changed_by'], erased: 'kept' },
  { name: 'similaritySettings', table: 'similarity_settings', by: ['set_by'], erased: 'kept' },
  { name: 'imports', table: 'imports', by: ['started_by'], erased: 'kept' },
  { name: 'jobs', table: 'jobs', by: ['started_by'], erased: 'kept', without: ['claim', 'input'] },
  { name: 'answers', table: 'given_answers', by: ['person_id'], erased: 'deleted', without: ['answer'] },
  { name: 'erasures', table: 'erasures', by: ['asked_by', 'person_id'], erased: 'kept' },
];

/** What is a person's in the whole installation, for signing in. It goes when no partnership knows them any more. */
export const signInParts: readonly Part[] = [
  { name: 'passkeys', table: 'passkeys', by: ['person_id'], erased: 'deleted', without: ['public_key'] },
  { name: 'otherSignIns', table: 'oidc_identities', by: ['person_id'], erased: 'deleted' },
  {
    name: 'links',
    table: 'sign_in_links',
    by: ['person_id'],
    erased: 'deleted',
    without: ['token_hash', 'browser_hash'],
  },
  {
    name: 'questions',
    table: 'passkey_challenges',
    by: ['person_id'],
    erased: 'deleted',
    without: ['challenge', 'browser_hash'],
  },
];

/** Whether the rows of a part go. */
export const isGone = ({ erased }: Part) => erased === 'deleted';
