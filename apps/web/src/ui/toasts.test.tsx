// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ToastRegion } from './toast-region.tsx';
import { dismissToast, showToast, useToasts } from './toasts.ts';

let shown: readonly { id: number }[] = [];
function Watch() {
  shown = useToasts();
  return <ToastRegion />;
}

const say = (...toasts: Parameters<typeof showToast>[0][]) => {
  render(<Watch />);
  for (const toast of toasts) act(() => showToast(toast));
  return screen.queryAllByRole('group', { name: 'Message' }).map((one) => one.textContent);
};

afterEach(() => {
  act(() => {
    for (const { id } of shown) dismissToast(id);
  });
  cleanup();
});

const undo = () => {};

test('what is said next takes the place of what was said before', () => {
  expect(say({ text: 'Saved' }, { text: 'Sent' })).toEqual(['Sent']);
});

test('what can be taken back stays beside what comes next', () => {
  expect(say({ text: 'Saved' }, { text: 'Deleted', undo }, { text: 'Sent' })).toEqual([
    'DeletedUndo',
    'Sent',
  ]);
});

test('but for what is said of the same, and never more than three', () => {
  expect(say({ text: 'Moved', undo, topic: 'board' }, { text: 'Moved again', undo, topic: 'board' })).toEqual(
    ['Moved againUndo'],
  );
  cleanup();
  const texts = ['1', '2', '3', '4'].map((text) => ({ text, undo }));
  expect(say(...texts)).toEqual(['2Undo', '3Undo', '4Undo']);
});
