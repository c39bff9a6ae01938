import type { InventedSchool } from './invented-school.ts';
import { createRandom } from './random.ts';
import { inventOthers, inventSchools, joinGroups } from './schools.ts';
import { type InventedLink, inventPast } from './succession.ts';

const seed = 20_260_901;

export interface InventedRegister {
  /** The 300 state-funded schools that are open. */
  schools: readonly InventedSchool[];
  /** Everything else in the file: independent schools, children's centres, and what has closed. */
  others: readonly InventedSchool[];
  links: readonly InventedLink[];
}

/** The whole invented county, the same in every run. */
export function inventRegister(): InventedRegister {
  const random = createRandom(seed);
  const schools = joinGroups(random, inventSchools(random));
  const { present, past, links } = inventPast(random, schools, 900_801);
  return { schools: present, others: [...inventOthers(random, 900_701), ...past], links };
}
