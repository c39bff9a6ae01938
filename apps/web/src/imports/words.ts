import type { ChangeKind, ImportKind, ImportRefusal, ImportState } from '@lateral/domain/imports/states';
import type { UndoVerdict } from '@lateral/domain/imports/undo';
import type { Status } from '../ui/status-tag.tsx';

export const kindWords: Record<ImportKind, { name: string; title: string; records: string; one: string }> = {
  register: { name: 'Schools register', title: 'Schools register import', records: 'schools', one: 'school' },
  people: { name: 'People file', title: 'People import', records: 'roles', one: 'role' },
  groups: { name: 'Groups of schools', title: 'Groups import', records: 'groups', one: 'group' },
};

export const stateWords: Record<ImportState, { text: string; status: Status }> = {
  uploading: { text: 'Not checked yet', status: 'not-started' },
  checking: { text: 'Checking', status: 'asked' },
  ready: { text: 'Ready to look at', status: 'waiting' },
  applying: { text: 'Making the changes', status: 'asked' },
  applied: { text: 'Applied', status: 'done' },
  failed: { text: 'Could not be read', status: 'problem' },
  discarded: { text: 'Put away', status: 'done' },
  undoing: { text: 'Undoing', status: 'asked' },
  undone: { text: 'Undone', status: 'done' },
};

/** What a person should look at first comes first. */
export const tabOrder: readonly ChangeKind[] = [
  'refused',
  'unsettled',
  'converted',
  'closed',
  'reopened',
  'changed',
  'added',
];
export const changeWords: Record<ChangeKind, { tab: string; means: string; done: string }> = {
  refused: {
    tab: 'Refused',
    means: 'These rows are left out, whatever becomes of the others.',
    done: 'left out',
  },
  unsettled: {
    tab: 'Unsettled',
    means:
      'The file does not say what these are. They wait until you settle each of them on the Schools screen.',
    done: 'to settle',
  },
  converted: {
    tab: 'Converted',
    means: 'These schools go on under a new record. Members stay members and keep their history.',
    done: 'converted',
  },
  closed: { tab: 'Closed', means: 'These schools have closed.', done: 'closed' },
  reopened: { tab: 'Reopened', means: 'These were closed and are open again.', done: 'reopened' },
  changed: {
    tab: 'Changed',
    means: 'What we hold is on the left, what the file says is on the right.',
    done: 'changed',
  },
  added: { tab: 'Added', means: 'These are new to us.', done: 'added' },
};

export const refusalWords: Record<ImportRefusal, string> = {
  'no-files': 'Choose at least one file first.',
  'not-checked': 'This has not been checked yet. Check it first, then look at the changes.',
  'already-applied': 'This import has already been applied or put away.',
  busy: 'This import is being worked on. Wait until it is done.',
  overtaken: 'Another import has changed things since this one was checked. Check it again.',
  'not-applied': 'This import has not been applied, so there is nothing to undo.',
  'overtaken-since': 'A later import has changed the same records. Undo that one first.',
  'too-long-ago': 'We no longer keep what was there before this import, so it cannot be undone.',
  'in-the-way': 'Something has come in the place of what this import took away. Nothing was undone.',
  'file-not-kept': 'We no longer have this file. Files are kept for 30 days.',
  'not-under-way': 'It was too late to stop this: it had already ended.',
};

/** The fields of the register and of people files, as people call them. */
const fieldWords: Record<string, string> = {
  laCode: 'Local authority number',
  laName: 'Local authority',
  establishmentNumber: 'School number',
  typeCode: 'Type number',
  typeName: 'Type of school',
  typeGroupName: 'Group of types',
  status: 'Open or closed',
  openDate: 'Opened on',
  closeDate: 'Closed on',
  lowAge: 'Youngest age',
  highAge: 'Oldest age',
  fsmPercent: 'Free school meals (%)',
  pupils: 'Pupils',
  trustFlag: 'In a trust',
  trustCode: 'Trust number',
  trustName: 'Trust',
  federationFlag: 'In a federation',
  federationCode: 'Federation number',
  federationName: 'Federation',
  ukprn: 'UKPRN',
  address3: 'Address, third line',
  headTitle: 'Head’s title',
  headFirstName: 'Head’s first name',
  headLastName: 'Head’s last name',
  headJobTitle: 'Head’s job title',
  urbanRural: 'Town or country',
  easting: 'Place, east',
  northing: 'Place, north',
  from: 'From',
  to: 'Until',
  trainedOn: 'Trained on',
  canLead: 'May lead',
  kind: 'Kind',
  joinedOn: 'Joined on',
  leftOn: 'Left on',
  openedOn: 'Opened on',
  closedOn: 'Closed on',
  isOpen: 'Open',
  hasSharedHead: 'Shares its head',
};

/** "sixthForm" becomes "Sixth form" where we have no better words. */
export const fieldName = (field: string) =>
  fieldWords[field] ??
  field
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());

export const fieldValue = (value: string | null) =>
  value === null ? 'Nothing' : value === 'true' ? 'Yes' : value === 'false' ? 'No' : value;

/** How the worker names what it is doing, in words. */
const stepWords: Record<string, string> = {
  reading: 'Reading the files',
  comparing: 'Comparing with what we hold',
  writing: 'Writing the changes',
};
export const sayStep = (step: string | undefined) => (step ? (stepWords[step] ?? step) : 'Waiting to begin');

export const sampleName = 'people-sample.csv';
export const sampleRows = [
  ['URN', 'Role', 'Title', 'First name', 'Last name', 'Email', 'From', 'To', 'Trained on', 'May lead'],
  [
    '100001',
    'Headteacher',
    'Ms',
    'Asha',
    'Example',
    'head@school.example',
    '01-09-2022',
    '',
    '14-10-2025',
    'yes',
  ],
  ['100001', 'Deputy', 'Mr', 'Ben', 'Example', 'deputy@school.example', '01-09-2023', '', '', 'no'],
  ['100001', 'Chair of governors', '', 'Cass', 'Example', 'chair@school.example', '01-09-2021', '', '', ''],
];
export const sampleColumns = [
  { name: 'URN, role, first name, last name, email', says: 'Every row needs these five.' },
  {
    name: 'Role',
    says: 'Headteacher, deputy, senior leader, chair of governors, governor or school administrator.',
  },
  { name: 'Title, from, to', says: 'If you have them. A role ends only when “to” holds a date.' },
  { name: 'Trained on, may lead', says: 'When a reviewer was trained, and yes or no.' },
];

const unit = (size: number) => (size >= 1_048_576 ? [1_048_576, 'MB'] : [1024, 'KB']) as [number, string];
/** "1.2 MB", "116 KB" */
export const sizeInWords = (size: number) => {
  const [by, name] = unit(size);
  return `${(size / by).toLocaleString('en-GB', { maximumFractionDigits: name === 'MB' ? 1 : 0 })} ${name}`;
};

/** What undoing does to a school or a person; what a person must look at comes first. */
export const undoWords: Record<UndoVerdict, { title: string; tag: string; isAttention: boolean }> = {
  'in-the-way': { title: 'Stand in the way', tag: 'stands in the way', isAttention: true },
  'left-alone': { title: 'Left as they are', tag: 'left as it is', isAttention: true },
  'put-back': { title: 'Put back as they were', tag: 'put back', isAttention: false },
  'taken-away': { title: 'Taken away again', tag: 'taken away', isAttention: false },
};

const hangingWords: Record<string, string> = {
  memberships: 'it has become a member',
  roles: 'people have roles there',
  cluster_schools: 'it is in a cluster',
  reviews: 'it is in a review season',
  review_seats: 'they are in a review team',
  unplaced_schools: 'it is in a review season',
  leader_days: 'days are kept for them',
  school_days: 'it has days when it cannot host',
};
/** "It stays: it has become a member, and people have roles there." */
export const sayHanging = (tables: readonly string[]) => {
  const words = new Set(tables.map((table) => hangingWords[table] ?? 'something made since refers to it'));
  return `Stays, because ${[...words].join(', and ')}.`;
};
