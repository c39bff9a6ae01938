// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import '../../test/screen.ts';
import { DataTable } from './data-table.tsx';

const rows = ['Ashlow', 'Birchwell', 'Cobbden', 'Dunmarsh'].map((name) => ({ id: name.toLowerCase(), name }));
const columns = [
  { key: 'name', header: 'School', isMain: true, cell: ({ name }: (typeof rows)[number]) => name },
];

function Schools({ onOpen }: { onOpen?: (row: (typeof rows)[number]) => void }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      caption="Schools"
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      selection={{ ids, onChange: setIds }}
      bulkBar={ids.size > 0 && <p role="status">{[...ids].join(' ')}</p>}
      {...(onOpen && { onOpen })}
    />
  );
}
const chosen = () => screen.queryByRole('status')?.textContent ?? '';
const focusedRow = () => document.activeElement?.textContent;

test('with focus on the list, keys move, choose and open', async () => {
  const onOpen = vi.fn();
  render(<Schools onOpen={onOpen} />);
  within(screen.getByRole('table', { name: 'Schools' }))
    .getAllByRole('row')[1]
    ?.focus();
  await userEvent.keyboard('jj');
  expect(focusedRow()).toContain('Cobbden');
  await userEvent.keyboard('{ArrowUp}x');
  expect(chosen()).toBe('birchwell');
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith(rows[1]);
});

test('letters typed elsewhere do nothing to the list', async () => {
  render(<Schools />);
  screen.getByRole('checkbox', { name: 'Choose Ashlow' }).focus();
  await userEvent.keyboard('x');
  expect(chosen()).toBe('');
});

test('shift chooses everything between', async () => {
  const user = userEvent.setup();
  render(<Schools />);
  await user.click(screen.getByRole('checkbox', { name: 'Choose Ashlow' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('checkbox', { name: 'Choose Cobbden' }));
  await user.keyboard('{/Shift}');
  expect(chosen()).toBe('ashlow birchwell cobbden');
});

test('one box chooses every row shown, and lets go of them', async () => {
  render(<Schools />);
  const all = screen.getByRole('checkbox', { name: 'Choose every row shown' });
  await userEvent.click(all);
  expect(chosen()).toBe('ashlow birchwell cobbden dunmarsh');
  await userEvent.click(all);
  expect(chosen()).toBe('');
});

test('with letter keys turned off, the arrows still move and letters do nothing', async () => {
  localStorage.setItem('lateral.letter-keys', 'off');
  render(<Schools />);
  within(screen.getByRole('table', { name: 'Schools' }))
    .getAllByRole('row')[1]
    ?.focus();
  await userEvent.keyboard('{ArrowDown}jx');
  expect(focusedRow()).toContain('Birchwell');
  expect(chosen()).toBe('');
  localStorage.clear();
});
