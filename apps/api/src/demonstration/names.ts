import type { Random } from './random.ts';

const beginnings =
  'Ash Wick Tid Hart Bracken Dun Elm Pin Sap Thorn Lark Quil Rook Sedge Teas Yarl Cran Dray Gors Hazel Kest Lin Marl Nettle Pell Raven Tarr Velm Wren Birch Alder Cobb Ewe Heron Jack Larch Otter Plover Sorrel Tansy'.split(
    ' ',
  );
const endings =
  'meadow ridge moor pool hollow combe brook mere stow den holt croft well hurst low marsh gate water'.split(
    ' ',
  );
const firstNames = [
  {
    titles: ['Mrs', 'Mrs', 'Ms', 'Miss', 'Dr'],
    names:
      'Aisha Alice Amara Ana Anita Anna Beth Carla Clare Dana Deepa Diane Elena Ellen Emma Farah Fiona Gemma Gill Grace Hana Harriet Isla Jane Jas Jo Joan Karen Laura Leah Lena Lucy Maeve Marta Meera Mei Nadia Nia Pam Priya Rosa Ruth Sam Sara Sian Sofia Tara Uma Usha Vera Zoe'.split(
        ' ',
      ),
  },
  {
    titles: ['Mr', 'Mr', 'Mr', 'Dr'],
    names:
      'Alan Amir Andrew Asif Ben Chidi Colin David Ed Emeka Gareth Hugh Ian Imran Jack Kofi Liam Mark Mo Musa Neil Olu Omar Owen Pete Rhys Tom Will Yusuf'.split(
        ' ',
      ),
  },
] as const;
const lastNames =
  'Abbas Adeyemi Ahmed Akhtar Allen Amin Archer Ashworth Bains Baker Banerjee Barlow Begum Bell Bhatt Bishop Blake Brandt Brook Burke Butler Carr Chaudhry Chen Cho Clarke Cole Cooper Cross Dale Das Davies Desai Dixon Dosanjh Doyle Drummond Eze Farrow Field Firth Flynn Ford Foster Garner Ghosh Gill Goodwin Grant Green Gupta Hale Harding Hart Haynes Hill Holt Hughes Hussain Iqbal Ivers James Joshi Kamara Kapoor Kaur Keane Kelly Khan King Knight Kumar Lane Larkin Lewis Lin Lloyd Lowe Lund Mahmood Malik Marsh Mason Mensah Miah Mills Mistry Moore Morgan Nair Nash Novak Nowak Okafor Osei Owen Parry Patel Payne Pearce Perez Pope Price Quinn Rao Reid Rivers Rose Rowe Sahota Shah Sharma Shaw Silva Singh Slade Stone Swift Tate Thorne Todd Turner Vaughan Vickers Wade Walsh Ward Webb Wells West Wong Wood Yates Young Zaman'.split(
    ' ',
  );

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
  const { titles, names } = random.chance(0.7) ? firstNames[0] : firstNames[1];
  return {
    title: random.pick<string>(titles),
    firstName: random.pick(names),
    lastName: random.pick(lastNames),
  };
}

/** A name as it stands in a web or e-mail address. */
export function toAddress(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
