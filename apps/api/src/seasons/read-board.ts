import type { Db } from '@lateral/db/client';
import { listBookedSeats, listBookings } from './booking-queries.ts';
import { buildBoard } from './build-board.ts';
import type { SeasonFacts } from './facts-queries.ts';
import { listReviews, listSeats, listUnplaced } from './queries.ts';

/** The board of a season as it stands. */
export async function readBoard(db: Db, seasonId: string, facts: SeasonFacts, today: string) {
  const draft = {
    reviews: await listReviews(db, seasonId),
    seats: await listSeats(db, seasonId),
    unplaced: await listUnplaced(db, seasonId),
  };
  const published = {
    bookings: await listBookings(db, seasonId),
    bookedSeats: await listBookedSeats(db, seasonId),
  };
  return buildBoard(facts, draft, published, today);
}
