import type { SchoolRow } from '@lateral/contract/schools';

const header = [
  'URN',
  'School',
  'Phase',
  'Type',
  'Town',
  'Postcode',
  'Pupils',
  'Trust',
  'Federation',
  'Clusters',
  'Member since',
];

/** The list of schools as a table for a spreadsheet, header first. */
export const csvRows = (schools: readonly SchoolRow[]) => [
  header,
  ...schools.map((school) => [
    school.urn,
    school.name,
    school.phases.join(' and '),
    school.typeName,
    school.town,
    school.postcode,
    school.pupils,
    school.trust,
    school.federation,
    school.clusters.map(({ name }) => name).join('; '),
    school.memberSince,
  ]),
];
