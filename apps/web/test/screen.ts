import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

/** For tests of screens: imported for its effect. An error on the console that was not expected fails the test. */
let errors: MockInstance;
beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  expect(errors.mock.calls).toEqual([]);
  errors.mockRestore();
});
