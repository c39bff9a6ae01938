import { daysInWords, entryInWords } from '@lateral/domain/ledger/words';
import { namesOfSettings } from '@lateral/domain/seasons/rule-words';
import { longDay } from './ui/days.ts';
import { plural } from './ui/plural.ts';
import { roleName } from './words.ts';

type Detail = Record<string, unknown>;
const count = (detail: Detail, key: string) => Number(detail[key] ?? 0);
const on = (detail: Detail) => (typeof detail.on === 'string' ? ` on ${longDay(detail.on)}` : '');

function importedWords(detail: Detail, what: string): string {
  const parts = ['added', 'changed', 'closed', 'converted', 'reopened']
    .filter((key) => count(detail, key) > 0)
    .map((key) => `${count(detail, key).toLocaleString('en-GB')} ${key}`);
  return parts.length > 0 ? `${what}: ${parts.join(', ')}` : `${what}: nothing had changed`;
}

function undoneWords(detail: Detail, one: string, many?: string): string {
  const parts = [
    ['put-back', 'put back'],
    ['taken-away', 'taken away'],
    ['left-alone', 'left as they are'],
  ].flatMap(([key = '', words]) =>
    count(detail, key) > 0 ? `${plural(count(detail, key), one, many)} ${words}` : [],
  );
  return `An import was undone${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** What a reminder is about. */
const abouts: Record<string, string> = {
  join: 'joining',
  consent: 'signing the agreement',
  'co-sign': 'co-signing',
  renew: 'renewing',
  offer: 'its reviewer days',
  train: 'training',
  answer: 'answering for reviews',
};
const aboutOf = ({ about }: Detail) => abouts[String(about)] ?? about;

/** Said of what the broker settled otherwise than the agreement says. */
const byHand = ({ isByRule }: Detail) => (isByRule === false ? ', otherwise than the agreement says' : '');

/** Every kind of thing that happens, in words. Those of one school stand on its page too. */
const eventWords: Record<string, (detail: Detail) => string> = {
  'season-started': (d) => `The season of ${d.year}/${String(Number(d.year) + 1).slice(2)} was started`,
  'season-planned': (d) =>
    `The season was planned: ${plural(count(d, 'placed'), 'review')} placed, ${count(d, 'unplaced')} not`,
  'rules-set': (d) =>
    `The rules of the season ${d.year}/${String(Number(d.year) + 1).slice(2)} were changed: ${namesOfSettings(Object.keys(d.after ?? {}))}`,
  'offer-round-opened': (d) => `Members were asked for their reviewer days, by ${longDay(String(d.until))}`,
  'offer-round-moved': (d) => `Members have until ${longDay(String(d.until))} to send their reviewer days`,
  'days-offered': (d) =>
    `Reviewer days were sent for ${d.year}/${String(Number(d.year) + 1).slice(2)}: ${daysInWords(count(d, 'halfDays'))}`,
  'season-published': (d) =>
    `The season of ${d.year}/${String(Number(d.year) + 1).slice(2)} was published: ${plural(count(d, 'reviews'), 'review')} new or changed, ${plural(count(d, 'people'), 'person', 'people')} told`,
  'review-booked': (d) => `Its review was published: ${longDay(String(d.day))}`,
  'review-moved': (d) =>
    `Its review was moved from ${longDay(String(d.wasDay))} to ${longDay(String(d.day))}`,
  'review-team-changed': (d) => `The team of its review on ${longDay(String(d.day))} was changed`,
  'review-called-off': (d) =>
    `Its review on ${longDay(String(d.day))} was called off${d.reason ? `: ${d.reason}` : ''}`,
  'seat-accepted': (d) => `A reviewer said yes to its review on ${longDay(String(d.day))}`,
  'seat-declined': (d) => `A reviewer said no to its review on ${longDay(String(d.day))}`,
  'seat-dropped': (d) => `A reviewer dropped out of its review on ${longDay(String(d.day))}`,
  'seat-asked': (d) => `Somebody was asked to join its review on ${longDay(String(d.day))}`,
  'seat-filled': (d) => `Somebody joined its review on ${longDay(String(d.day))}`,
  'ask-declined': (d) => `Somebody could not join its review on ${longDay(String(d.day))}`,
  'ask-expired': (d) => `Nobody answered in time about its review on ${longDay(String(d.day))}`,
  'nobody-fits': (d) => `Nobody is left to ask for its review on ${longDay(String(d.day))}`,
  'types-set': (d) => `${plural(count(d, 'types'), 'type of school counts', 'types of school count')} now`,
  'similarity-set': () => 'What counts when secondary schools are compared was changed',
  'similar-clusters-made': (d) =>
    `${plural(count(d, 'clusters'), 'cluster')} of similar schools made: ${plural(count(d, 'moved'), 'school')} moved`,
  'register-imported': (d) => importedWords(d, 'Schools were imported'),
  'people-imported': (d) => importedWords(d, 'People were imported'),
  'groups-imported': (d) => importedWords(d, 'Groups of schools were imported'),
  'groups-import-undone': (d) => undoneWords(d, 'group'),
  'group-joined': (d) => `Joined ${d.group}${on(d)}`,
  'group-left': (d) => `Left ${d.group}${on(d)}`,
  'register-import-undone': (d) => undoneWords(d, 'school'),
  'people-import-undone': (d) => undoneWords(d, 'person', 'people'),
  'school-put-back': () => 'An import was undone: its facts are as they were before',
  'calendar-set': (d) => `The terms of ${d.year}/${String(Number(d.year) + 1).slice(2)} were set`,
  'training-scheduled': (d) => `A training session was scheduled for ${longDay(String(d.day))}`,
  'training-moved': (d) =>
    `The training session of ${longDay(String(d.from))} is now on ${longDay(String(d.day))}`,
  'training-called-off': (d) =>
    `The training session of ${longDay(String(d.day))} was called off: ${plural(count(d, 'people'), 'person', 'people')} told`,
  'training-booked': (d) => `A place in the training session of ${longDay(String(d.day))} was booked`,
  'training-given-up': (d) => `A place in the training session of ${longDay(String(d.day))} was given up`,
  'training-attended': (d) =>
    `Training on ${longDay(String(d.day))}: ${plural(count(d, 'came'), 'person', 'people')} came, ${count(d, 'away')} did not`,
  'training-recorded': (d) =>
    `${plural(count(d, 'people'), 'person was', 'people were')} recorded as trained on ${longDay(String(d.trainedOn))}`,
  'school-added': () => 'Came in with the register',
  'school-closed': (d) => `Closed${on(d)}`,
  'school-reopened': () => 'Opened again',
  'school-changed': () => 'Facts changed in the register',
  'school-converted': (d) => `Went on under a new record, URN ${d.toUrn}${d.name ? `: ${d.name}` : ''}`,
  'school-merged': (d) =>
    `Merged into ${Array.isArray(d.into) && d.into.length > 0 ? `URN ${d.into.join(', ')}` : 'another school'}`,
  'school-joined': (d) => `${d.name ?? 'Another school'} joined it`,
  'school-settled': (d) =>
    d.counted ? 'Decided: counts as a state school' : 'Decided: does not count as a state school',
  'ledger-entry-written': (d) => `Ledger: ${entryInWords(d)}`,
  'membership-began': (d) => `Became a member${on(d)}`,
  'membership-goes-on': (d) =>
    d.until ? `Stays a member until ${longDay(String(d.until))}` : 'Stays a member, with no last day',
  'membership-renewed': (d) =>
    `${d.name} renewed the membership until ${longDay(String(d.until))}; the governing body agreed on ${longDay(String(d.metOn))}, minute ${d.minute}`,
  'notice-given': (d) => `Gave notice: a member until ${longDay(String(d.endsOn))}`,
  'notice-taken-back': () => 'The notice was taken back',
  'membership-carried': (d) =>
    `The membership carried over from URN ${d.fromUrn} to URN ${d.toUrn}${byHand(d)}`,
  'membership-lapsed': (d) => `The membership ended with the record of URN ${d.fromUrn}${on(d)}${byHand(d)}`,
  'membership-reminded': (d) =>
    `Reminded by mail to ${d.about === 'renew' ? 'renew' : 'sign the new version'} by ${longDay(String(d.due))}`,
  'membership-ended': (d) => `Stopped being a member${on(d)}`,
  'cluster-joined': (d) => `Put in the cluster ${d.cluster}`,
  'cluster-left': (d) => `Taken out of the cluster ${d.cluster}`,
  'role-added': (d) => `${d.name} became ${roleName(String(d.role)).toLowerCase()}`,
  'role-changed': (d) => `${d.name}: dates as ${roleName(String(d.role)).toLowerCase()} changed`,
  'school-days-set': () => 'Days when it cannot host were changed',
  'reminders-held': (d) =>
    `${plural(count(d, 'mails'), 'reminder')} about ${aboutOf(d)} ${count(d, 'mails') === 1 ? 'was' : 'were'} asked for`,
  'reminders-undone': (d) =>
    `${plural(count(d, 'mails'), 'reminder')} about ${aboutOf(d)} ${count(d, 'mails') === 1 ? 'was' : 'were'} undone before sending`,
  'reminder-sent': (d) => `${d.name} was written to about ${aboutOf(d)}`,
  'reminder-dropped': (d) => `A reminder about ${aboutOf(d)} was not needed any more, and not sent`,
  'change-undone': (d) =>
    d.about === 'clusters' ? 'The change of cluster was undone' : 'The change of membership was undone',
  'details-changed': () => 'What the school says to its visitors was changed',
  'role-lent': () => 'The head let somebody prepare things for them',
  'role-taken-back': () => 'The head no longer has somebody prepare things for them',
  'cluster-added': (d) => `The cluster ${d.name} was added`,
  'cluster-renamed': (d) => `The cluster ${d.before} was renamed ${d.after}`,
  'away-days-set': () => 'The days on which a leader is away were changed',
  'addresses-confirmed': (d) =>
    `${plural(count(d, 'people'), 'address was', 'addresses were')} confirmed to be people’s own`,
  'addresses-unconfirmed': (d) =>
    `${plural(count(d, 'people'), 'address is', 'addresses are')} no longer confirmed`,
  'recovery-asked': () => 'A new address was asked for, for somebody who lost theirs',
  'recovery-agreed': () => 'A second person agreed to a new address',
  'recovery-stopped': () => 'A new address was stopped',
  'recovery-done': () => 'Somebody was given a new address',
  'recovery-failed': () => 'A new address could not be given',
  'passkey-added': () => 'A passkey was added',
  'passkey-removed': () => 'A passkey was removed',
  'signed-out-everywhere': () => 'Somebody signed out everywhere',
  'person-exported': () => 'All that is kept about a person was saved',
  'erasure-asked': () => 'A person was to be erased',
  'person-erased': () => 'A person was erased',
  'token-made': (d) => `A token was made for another program, ${d.name}`,
  'token-ended': (d) => `The token of ${d.name} was taken back`,
  'agreement-begun': (d) => `Version ${d.number} of the membership agreement was begun`,
  'agreement-reworded': (d) => `The words of version ${d.number} of the membership agreement were changed`,
  'agreement-dropped': (d) => `The draft of version ${d.number} of the membership agreement was thrown away`,
  'agreement-offered': (d) => `Version ${d.number} of the membership agreement was offered for issue`,
  'agreement-issued': (d) => `Version ${d.number} of the membership agreement was issued`,
  'signing-opened': (d) => `Reading of version ${d.number} of the membership agreement began`,
  'governing-body-agreed': (d) =>
    `The governing body agreed to the membership agreement on ${longDay(String(d.metOn))}, minute ${d.minute}`,
  'agreement-signed': (d) => `${d.name} signed the membership agreement, ${d.reference}`,
  'agreement-co-signed': (d) => `${d.name} co-signed the membership agreement, ${d.reference}`,
  'agreement-withdrawn': (d) => `Version ${d.number} of the membership agreement was withdrawn: ${d.why}`,
  'history-exported': () => 'The whole history was saved',
};

const plainWords = (kind: string) =>
  kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

/** What happened, as a sentence; a kind that we have no words for is named plainly. A program is named by its token. */
export function eventSentence(kind: string, detail: Detail): string {
  const sentence = eventWords[kind]?.(detail) ?? plainWords(kind);
  return typeof detail.token === 'string' ? `${sentence}, by the program ${detail.token}` : sentence;
}
