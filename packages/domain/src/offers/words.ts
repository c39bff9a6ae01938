import type { Area } from './areas.ts';
import type { HalfDays } from './days-offered.ts';

export const areaWords: Record<Area, string> = {
  'early-reading': 'Early reading and phonics',
  writing: 'Writing',
  mathematics: 'Mathematics',
  curriculum: 'Curriculum',
  teaching: 'Teaching',
  assessment: 'Assessment',
  'subject-leadership': 'Leading a subject',
  'early-years': 'Early years',
  'sixth-form': 'Sixth form',
  send: 'Special educational needs',
  'disadvantaged-pupils': 'Disadvantaged pupils',
  behaviour: 'Behaviour',
  attendance: 'Attendance',
  'personal-development': 'Personal development',
  wellbeing: 'Wellbeing of pupils and staff',
  'safeguarding-culture': 'Safeguarding culture',
  governance: 'Governance',
};

export const halfDayWords: Record<HalfDays, string> = {
  0: 'No days',
  2: 'One day',
  3: 'One or two days, as it falls',
  4: 'Two days',
};
