import { bookings, reviews } from '@lateral/db/schema';
import { and, eq, ne } from 'drizzle-orm';

/** Joins to a review of the draft what people know of it: its booking, where that is for the same day and not called off. */
export const standsPublished = and(
  eq(bookings.seasonId, reviews.seasonId),
  eq(bookings.schoolId, reviews.schoolId),
  eq(bookings.day, reviews.day),
  ne(bookings.state, 'called-off'),
);
