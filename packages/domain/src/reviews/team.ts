/** Three school leaders review a school (consultation, peer review). */
export const teamSize = 3;
