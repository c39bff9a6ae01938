// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import '../../test/screen.ts';
import { ErrorSummary } from './error-summary.tsx';
import { TextField } from './text-field.tsx';

const text = 'Enter an e-mail address';

test('a failed send takes focus to the problem, which leads to its field', async () => {
  render(
    <>
      <ErrorSummary faults={[{ field: 'email', text }]} />
      <TextField name="email" label="Your e-mail address" error={text} />
    </>,
  );
  const summary = screen.getByRole('alert', { name: 'There is a problem' });
  expect(document.title).toMatch(/^Error:/);
  expect(document.activeElement).toBe(summary);
  await userEvent.click(screen.getByRole('link', { name: text }));
  const field = screen.getByRole('textbox', {
    name: 'Your e-mail address',
    description: /Enter an e-mail address/,
  });
  expect(document.activeElement).toBe(field);
});

test('without a problem there is no summary', () => {
  render(<ErrorSummary faults={[]} />);
  expect(screen.queryByRole('alert')).toBeNull();
});
