import { expect, test } from 'vitest';
import { placesWords, readTime, whyNot } from './words.ts';

test.each([
  ['9:30', '09:30'],
  ['9.30am', '09:30'],
  ['0930', '09:30'],
  ['1pm', '13:00'],
  ['12:15 pm', '12:15'],
  ['12am', '00:00'],
  ['16', '16:00'],
  ['24:00', null],
  ['13pm', null],
  ['9:75', null],
  ['soon', null],
  ['', null],
])('the time "%s" is read as %s', (text, time) => expect(readTime(text)).toBe(time));

test.each([
  [{ places: 20, booked: 0 }, '20 places left'],
  [{ places: 20, booked: 19 }, '1 place left'],
  [{ places: 20, booked: 20 }, 'Full'],
])('places are counted in words', (session, words) => expect(placesWords(session)).toBe(words));

const ada = {
  personId: 'ada',
  name: 'Ada',
  role: 'deputy',
  schoolId: 's',
  schoolName: 'S',
  booked: [],
} as const;
const untrained = { ...ada, booked: [], trainedOn: null, canLead: false, standing: 'neither' as const };
const trained = { ...untrained, trainedOn: '2026-10-01', standing: 'trained' as const };
const place = { personId: 'ada', name: 'Ada', schoolName: 'S', attended: null };
test.each([
  ['an untrained reviewer', 'reviewer', [], untrained, null],
  ['one who has a place', 'reviewer', [place], untrained, 'Has a place'],
  ['a trained one', 'reviewer', [], trained, 'Trained already'],
  ['a trained one who is to lead', 'lead', [], trained, null],
  ['an untrained one who is to lead', 'lead', [], untrained, 'Needs reviewer training first'],
  ['one who may lead', 'lead', [], { ...trained, canLead: true }, 'May lead already'],
] as const)('%s can be booked, or it says why not', (_, kind, people, who, words) => {
  expect(whyNot({ kind, people: [...people] }, who)).toBe(words);
});
