import { type Area, areas } from './areas.ts';
import { type InventedSchool, type InventedSetting, isAcademy } from './invented-school.ts';
import { createVillageNames, inventPerson } from './names.ts';
import { placeSchool } from './place.ts';
import type { Random } from './random.ts';

type Draft = Omit<InventedSchool, 'urn' | 'number' | 'trust' | 'federation'>;
type Village = () => string;

const firstUrn = 900_001;
const secondaries: Readonly<Record<string, number>> = {
  North: 7,
  Wolds: 3,
  Central: 9,
  Vale: 6,
  Forest: 4,
  South: 7,
  Marsh: 3,
};
const specialNames = [
  'Beeches',
  'Willows',
  'Larches',
  'Milestone Lane',
  'Kingfisher',
  'Heron',
  'Lantern',
  'Harbour',
  'Copper Tree',
  'Foxglove',
  'Skylark',
  'Stepping Stones',
];
const provisionNames = ['Bridge Centre', 'Compass Centre', 'Turning Point Academy'];
const saints = [
  'St Alban’s',
  'St Anne’s',
  'St Benedict’s',
  'St Clare’s',
  'St David’s',
  'St Hilda’s',
  'St Mary’s',
  'St Peter’s',
];

/** Every open state-funded school of the county: 246 primary, 39 secondary or all-through, 15 special. */
export function inventSchools(random: Random): InventedSchool[] {
  const village = createVillageNames(random);
  const drafts: Draft[] = [
    ...areas.flatMap((area) =>
      Array.from({ length: area.primaries }, () => inventPrimary(random, area, village)),
    ),
    ...areas.flatMap((area) =>
      Array.from({ length: secondaries[area.name] ?? 0 }, (_, at) =>
        inventSecondary(random, area, at, village),
      ),
    ),
    ...specialNames.map((name, at) => inventSpecial(random, at, `The ${name} School`, at % 4 === 3 ? 44 : 7)),
    ...provisionNames.map((name, at) => inventSpecial(random, at + 3, `The ${name}`, at === 2 ? 42 : 14)),
  ];
  return drafts.map((draft, at) => ({
    ...draft,
    urn: firstUrn + at,
    number: 2000 + at,
    trust: null,
    federation: null,
  }));
}

/** Records that are in the register and never in the partnership. */
export function inventOthers(random: Random, firstFreeUrn: number): InventedSchool[] {
  const village = (name: string) => `${random.pick(['Wether', 'Fallow', 'Gander', 'Tamsin'])}${name}`;
  const others = Array.from({ length: 18 }, (_, at): Draft => {
    const area = areas[at % areas.length] ?? random.pick(areas);
    const centre = at >= 12;
    const place = placeSchool(random, area, true);
    const named = centre
      ? `${place.town} ${village('gate')} Children’s Centre`
      : `${village('ley')} Hall ${random.pick(['School', 'Preparatory School'])}`;
    return {
      ...base(random, place, named, 'none'),
      typeCode: centre ? 47 : at % 6 === 5 ? 10 : 11,
      ages: centre ? [0, 5] : [3, 18],
      pupils: centre ? 0 : random.between(90, 700),
      stateFunded: false,
    };
  });
  return others.map((draft, at) => ({
    ...draft,
    urn: firstFreeUrn + at,
    number: 6000 + at,
    trust: null,
    federation: null,
  }));
}

function inventPrimary(random: Random, area: Area, village: Village): Draft {
  const urban = random.chance(area.name === 'Central' ? 0.8 : 0.35);
  const home = village();
  const typeCode = random.pick([1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 2, 2, 5, 34, 34, 34, 34, 34, 28]);
  const faith =
    typeCode === 2 && random.chance(0.3)
      ? 'Roman Catholic'
      : typeCode === 2 || typeCode === 3
        ? 'Church of England'
        : null;
  const part =
    urban && faith === null
      ? random.pick(['primary', 'primary', 'primary', 'infant', 'junior'] as const)
      : 'primary';
  const academy = typeCode >= 28;
  const word = {
    primary: academy ? 'Primary Academy' : 'Primary School',
    infant: 'Infant School',
    junior: 'Junior School',
  }[part];
  const prefix =
    faith === 'Roman Catholic' ? `${random.pick(saints)} Catholic ` : faith ? 'Church of England ' : '';
  return {
    ...base(random, placeSchool(random, area, urban), `${home} ${prefix}${word}`, 'primary'),
    village: home,
    typeCode,
    faith,
    ages: { primary: [4, 11], infant: [4, 7], junior: [7, 11] }[part] as [number, number],
    pupils: urban ? random.between(150, 420) : random.between(38, 210),
    fsmPercent: urban ? random.between(80, 380) / 10 : random.between(20, 180) / 10,
  };
}

function inventSecondary(random: Random, area: Area, at: number, village: Village): Draft {
  const place = placeSchool(random, area, true);
  const home = village();
  const selective = area.name === 'Central' && at < 4;
  const allThrough = (area.name === 'Forest' || area.name === 'South') && at === 0;
  const typeCode = allThrough ? 35 : random.pick([34, 34, 34, 34, 28, 28, 5]);
  const word = selective
    ? 'Grammar School'
    : typeCode === 28
      ? 'Academy'
      : random.pick(['School', 'High School', 'Community School']);
  const gender = selective ? (['Girls', 'Boys', 'Girls', 'Boys'] as const)[at] : undefined;
  return {
    ...base(
      random,
      place,
      allThrough ? `${home} All-Through School` : `${home} ${word}`,
      allThrough ? 'all-through' : 'secondary',
    ),
    village: home,
    typeCode,
    selective,
    setting: settingOf(area, at),
    isFsmPublished: !allThrough,
    gender: gender ?? 'Mixed',
    ages: [allThrough ? 4 : 11, random.chance(0.6) || selective ? 18 : 16],
    pupils: random.between(560, 1480),
    fsmPercent: selective ? random.between(18, 60) / 10 : random.between(60, 360) / 10,
  };
}

/** Most secondary schools stand in towns; those of the emptier areas in country towns, and a few in villages. */
function settingOf(area: Area, at: number): InventedSetting {
  if (area.name === 'Central') return 'town';
  const isEmpty = (secondaries[area.name] ?? 0) <= 4;
  if (isEmpty) return at % 3 === 2 ? 'village' : at % 3 === 1 ? 'country-town' : 'town';
  return at % 4 === 3 ? 'country-town' : 'town';
}

function inventSpecial(random: Random, at: number, name: string, typeCode: number): Draft {
  const area = areas[(at * 2) % areas.length] ?? random.pick(areas);
  return {
    ...base(random, placeSchool(random, area, true), name, 'special'),
    typeCode,
    ages: [typeCode === 14 || typeCode === 42 ? 11 : 4, 19],
    pupils: random.between(48, 170),
    fsmPercent: random.between(280, 520) / 10,
  };
}

function base(
  random: Random,
  place: ReturnType<typeof placeSchool>,
  name: string,
  phase: InventedSchool['phase'],
): Draft {
  return {
    ...place,
    setting: place.urban ? 'town' : 'village',
    name,
    phase,
    village: place.town,
    typeCode: 1,
    openedOn: null,
    closedOn: null,
    ages: [4, 11],
    pupils: 0,
    fsmPercent: 0,
    isFsmPublished: true,
    faith: null,
    selective: false,
    gender: 'Mixed',
    head: inventPerson(random),
    stateFunded: true,
  };
}

/** Joins most academies to one of twelve trusts, and some small village schools to a federation. */
export function joinGroups(random: Random, schools: readonly InventedSchool[]): InventedSchool[] {
  const trusts = [
    'Lantern',
    'Wayfarer',
    'Kestrel',
    'Three Rivers',
    'Millstone',
    'Beacon Hill',
    'Larkrise',
    'Samphire',
    'Old Mint',
    'Harvest',
    'Compass',
    'Hearth',
  ];
  const trusted = schools.map((school) => {
    if (!isAcademy(school)) return school;
    const near = areas.findIndex((area) => area.name === school.area);
    const trust = random.chance(0.85)
      ? `${trusts[(near + random.pick([0, 0, 7])) % 12]} Learning Trust`
      : `${school.name} Trust`;
    return { ...school, trust };
  });
  return trusted.map((school) => federate(school, trusted));
}

/** In each area the first two or three small maintained schools share governors and one executive head. */
function federate(school: InventedSchool, all: readonly InventedSchool[]): InventedSchool {
  const small = all.filter(
    (one) =>
      one.area === school.area &&
      one.phase === 'primary' &&
      [1, 3].includes(one.typeCode) &&
      one.pupils < 110,
  );
  const members = small.slice(0, school.area.length % 2 === 0 ? 2 : 3);
  const [leading] = members;
  if (!leading || members.length < 2 || !members.includes(school)) return school;
  return { ...school, head: leading.head, federation: `The ${leading.village} Federation` };
}
