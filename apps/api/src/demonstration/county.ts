import { type InventedCalendar, inventCalendar } from './calendar.ts';
import { clusterSchools, type InventedCluster } from './clusters.ts';
import { writeEstablishments, writeGroupLinks, writeLinks, writePeople } from './files.ts';
import { inventPeople } from './people.ts';
import { createRandom } from './random.ts';
import { inventRegister } from './register.ts';

const peopleSeed = 3;
const calendarSeed = 4;

/** The files of the invented county of Wolds and Vale, in the formats of the real ones. */
export function demonstrationFiles(): {
  establishments: string;
  links: string;
  people: string;
  groups: string;
} {
  const { schools, others, links } = inventRegister();
  return {
    establishments: writeEstablishments([...schools, ...others]),
    links: writeLinks(links),
    groups: writeGroupLinks(schools),
    people: writePeople(inventPeople(createRandom(peopleSeed), schools)),
  };
}

/** Its review clusters, by URN. */
export function demonstrationClusters(): InventedCluster[] {
  return clusterSchools(inventRegister().schools);
}

/** Its school year 2026/27. */
export function demonstrationCalendar(): InventedCalendar {
  return inventCalendar(createRandom(calendarSeed), inventRegister().schools);
}
