import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

/** For tests of screens: imported for its effect. An error on the console that was not expected fails the test. */
let errors: MockInstance;

// A screen may take its time where the machine is busy; what never comes is found out all the same.
configure({ asyncUtilTimeout: 10_000 });

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
