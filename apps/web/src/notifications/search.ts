export type NotificationSearch = { show?: 'unread' };

/** Reads the filter from an address; what makes no sense is left out. */
export const readNotificationSearch = (raw: Record<string, unknown>): NotificationSearch =>
  raw.show === 'unread' ? { show: 'unread' } : {};
