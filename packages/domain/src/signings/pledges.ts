/** The most that a school can say it would give a year, in whole pence: a hundred thousand pounds. */
export const mostPledged = 10_000_000;
