let isTaken = false;

/**
 * This process's turn to plan: plans have so many seconds, and two at a time would be two poor ones.
 * @returns how to give the turn back, which may be done twice; null while another plan is being made
 */
export function takeTurn(): (() => void) | null {
  if (isTaken) return null;
  isTaken = true;
  let isOurs = true;
  return () => {
    if (isOurs) isTaken = false;
    isOurs = false;
  };
}
