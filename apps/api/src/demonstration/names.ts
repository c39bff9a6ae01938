import type { Random } from './random.ts';

const beginnings =
  'Ash Wick Tid Hart Bracken Dun Elm Pin Sap Thorn Lark Quil Rook Sedge Teas Yarl Cran Dray Gors Hazel Kest Lin Marl Nettle Pell Raven Tarr Velm Wren Birch Alder Cobb Ewe Heron Jack Larch Otter Plover Sorrel Tansy'.split(
    ' ',
  );
const endings =
  'meadow ridge moor pool hollow combe brook mere stow den holt croft well hurst low marsh gate water'.split(
    ' ',
  );
const firstNames =
  'Aisha Alan Alice Amara Amir Ana Andrew Anita Anna Asif Ben Beth Carla Chidi Clare Colin Dana David Deepa Diane Ed Elena Ellen Emeka Emma Farah Fiona Gareth Gemma Gill Grace Hana Harriet Hugh Ian Imran Isla Jack Jane Jas Jo Joan Karen Kofi Laura Leah Lena Liam Lucy Maeve Mark Marta Meera Mei Mo Musa Nadia Neil Nia Olu Omar Owen Pam Pete Priya Rhys Rosa Ruth Sam Sara Sian Sofia Tara Tom Uma Usha Vera Will Yusuf Zoe'.split(
    ' ',
  );
const lastNames =
  'Abbas Adeyemi Ahmed Akhtar Allen Amin Archer Ashworth Bains Baker Banerjee Barlow Begum Bell Bhatt Bishop Blake Brandt Brook Burke Butler Carr Chaudhry Chen Cho Clarke Cole Cooper Cross Dale Das Davies Desai Dixon Dosanjh Doyle Drummond Eze Farrow Field Firth Flynn Ford Foster Garner Ghosh Gill Goodwin Grant Green Gupta Hale Harding Hart Haynes Hill Holt Hughes Hussain Iqbal Ivers James Joshi Kamara Kapoor Kaur Keane Kelly Khan King Knight Kumar Lane Larkin Lewis Lin Lloyd Lowe Lund Mahmood Malik Marsh Mason Mensah Miah Mills Mistry Moore Morgan Nair Nash Novak Nowak Okafor Osei Owen Parry Patel Payne Pearce Perez Pope Price Quinn Rao Reid Rivers Rose Rowe Sahota Shah Sharma Shaw Silva Singh Slade Stone Swift Tate Thorne Todd Turner Vaughan Vickers Wade Walsh Ward Webb Wells West Wong Wood Yates Young Zaman'.split(
    ' ',
  );
const titles = ['Mrs', 'Mr', 'Ms', 'Miss', 'Dr'] as const;

/** Names of villages that are on no map, each given once. */
export function createVillageNames(random: Random): () => string {
  const all = random.shuffle(beginnings.flatMap((start) => endings.map((end) => `${start}${end}`)));
  return () => {
    const village = all.pop();
    if (village === undefined) throw new RangeError('no village is left');
    if (random.chance(0.08)) return `${random.pick(['Great', 'Little', 'Upper', 'Long'])} ${village}`;
    return village;
  };
}

export interface PersonName {
  title: string;
  firstName: string;
  lastName: string;
}

/** The name of somebody who does not exist. */
export function inventPerson(random: Random): PersonName {
  return { title: random.pick(titles), firstName: random.pick(firstNames), lastName: random.pick(lastNames) };
}

/** A name as it stands in a web or e-mail address. */
export function toAddress(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
