import type { PlainDate } from './cells.ts';
import type { EstablishmentKind, RegisterPhase } from './establishment-types.ts';

/** The states of a record; the published code is the position plus one. */
export const establishmentStatuses = ['open', 'closed', 'proposed-to-close', 'proposed-to-open'] as const;
export type EstablishmentStatus = (typeof establishmentStatuses)[number];

/**
 * One legal record of the register, as published after cleaning. Null always means that the
 * publisher was silent, never "no". The URN names this record, not the school: see succession.ts.
 */
export interface Establishment {
  urn: number;
  laCode: number;
  laName: string | null;
  establishmentNumber: number | null;
  name: string;
  typeCode: number | null;
  typeName: string | null;
  typeGroupName: string | null;
  status: EstablishmentStatus;
  phase: RegisterPhase | null;
  kind: EstablishmentKind;
  openDate: PlainDate | null;
  closeDate: PlainDate | null;
  lowAge: number | null;
  highAge: number | null;
  sixthForm: boolean | null;
  gender: string | null;
  religiousCharacter: string | null;
  diocese: string | null;
  admissionsPolicy: string | null;
  capacity: number | null;
  pupils: number | null;
  fsmPercent: number | null;
  trustFlag: string | null;
  trustCode: string | null;
  trustName: string | null;
  federationFlag: string | null;
  federationCode: string | null;
  federationName: string | null;
  ukprn: string | null;
  street: string | null;
  locality: string | null;
  address3: string | null;
  town: string | null;
  county: string | null;
  postcode: string | null;
  website: string | null;
  telephone: string | null;
  headTitle: string | null;
  headFirstName: string | null;
  headLastName: string | null;
  headJobTitle: string | null;
  district: string | null;
  ward: string | null;
  urbanRural: string | null;
  easting: number | null;
  northing: number | null;
  lastChanged: PlainDate | null;
}

/** Proposed to close is still open. */
export function isOpen(establishment: { status: EstablishmentStatus }): boolean {
  return establishment.status === 'open' || establishment.status === 'proposed-to-close';
}

/** The register of an area is chosen by authority code: South Gloucestershire is not Gloucestershire. */
export function isInAuthorities(establishment: { laCode: number }, laCodes: readonly number[]): boolean {
  return laCodes.includes(establishment.laCode);
}
