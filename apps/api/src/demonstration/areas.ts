/** The seven areas of the invented county of Wolds and Vale, which lies in the sea west of Cornwall. */
export interface Area {
  name: string;
  /** Schools of the primary phase, the all-through ones apart. */
  primaries: number;
  /** The middle and reach of the area, in kilometres from the county's south-west corner. */
  east: number;
  north: number;
  reach: number;
  towns: readonly string[];
}

export const areas: readonly Area[] = [
  {
    name: 'North',
    primaries: 49,
    east: 30,
    north: 42,
    reach: 9,
    towns: ['Harrowmere', 'Tolbury Cross', 'Skelden'],
  },
  { name: 'Wolds', primaries: 26, east: 50, north: 35, reach: 9, towns: ['Chipping Larden', 'Fosseworth'] },
  { name: 'Central', primaries: 31, east: 30, north: 28, reach: 6, towns: ['Castlemere', 'Quenbury'] },
  { name: 'Vale', primaries: 34, east: 16, north: 25, reach: 8, towns: ['Valebridge', 'Orlham'] },
  { name: 'Forest', primaries: 29, east: 8, north: 13, reach: 7, towns: ['Coldhanger', 'Specklow'] },
  {
    name: 'South',
    primaries: 49,
    east: 46,
    north: 15,
    reach: 10,
    towns: ['Tetwold', 'Wickmarsh', 'Durnsley'],
  },
  { name: 'Marsh', primaries: 28, east: 27, north: 9, reach: 7, towns: ['Stranmere', 'Sluiceham'] },
];

export const county = {
  laCode: 999,
  laName: 'Wolds and Vale',
  easting: 20_000,
  northing: 100_000,
  postArea: 'ZV',
};
