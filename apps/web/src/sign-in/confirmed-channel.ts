/** Tells the tab that is waiting that its owner has proved who they are in another. Null where tabs cannot speak. */
export const confirmedChannel = () =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('lateral-confirmed');
