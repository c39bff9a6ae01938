import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

/** For tests of screens: imported for its effect. An error on the console that was not expected fails the test. */
let errors: MockInstance;

/** jsdom does not know the element `search` yet, and React says so. */
const isOfSearch = ([text, tag]: unknown[]) => tag === 'search' && String(text).startsWith('The tag <%s>');

beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  expect(errors.mock.calls.filter((call) => !isOfSearch(call))).toEqual([]);
  errors.mockRestore();
});
