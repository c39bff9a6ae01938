import type { View } from '@lateral/contract/views';
import type { ViewScreen } from '@lateral/domain/views/views';
import { useQuery } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { showToast } from '../ui/toasts.ts';
import { useDismiss } from '../ui/use-dismiss.ts';
import { filtersOf, isShowing, type NewView, placeOf } from './place.ts';
import { useAddView, useRemoveView, viewsQuery } from './queries.ts';
import { ViewDialog } from './view-dialog.tsx';
import { viewErrorWords, viewWords } from './words.ts';

type Props = { screen: ViewScreen /** What the list's address says. */; search: object };
type Edited = View | Pick<NewView, 'screen' | 'filters'>;

/** On a list: its saved views, and how to save what it shows now. */
export function ViewMenu({ screen, search }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [edited, setEdited] = useState<Edited | null>(null);
  const box = useDismiss<HTMLDivElement>(isOpen, () => setIsOpen(false));
  const { data } = useQuery(viewsQuery);
  const filters = filtersOf(search);
  const views = data?.items.filter((view) => view.screen === screen) ?? [];
  const showing = views.find((view) => isShowing(view, filters));
  const edit = (what: Edited) => {
    setIsOpen(false);
    setEdited(what);
  };
  return (
    <div ref={box} className="relative max-sm:flex-1">
      <Button
        icon={Bookmark}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="max-w-64 max-sm:w-full max-sm:max-w-none"
      >
        <span className="truncate">{showing?.name ?? 'Views'}</span>
      </Button>
      {isOpen && (
        <div className="absolute top-full right-0 z-30 mt-2 w-80 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-2 max-sm:right-auto max-sm:left-0">
          {views.length === 0 && <p className="px-3 py-2 text-muted">{viewWords.none}</p>}
          <ul className="max-h-72 overflow-y-auto">
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  {...placeOf(view)}
                  look="plain"
                  onClick={() => setIsOpen(false)}
                  activeOptions={{ exact: true }}
                  className="focus-inside block min-h-11 content-center rounded-control px-3 py-1 hover:bg-hover desk:min-h-9 aria-[current=page]:bg-pen-soft aria-[current=page]:font-semibold"
                >
                  {view.name}
                  {!view.isMine && (
                    <span className="block text-sm font-normal text-muted">From {view.owner}</span>
                  )}
                  {view.isMine && view.isShared && (
                    <span className="ml-2 text-sm font-normal text-muted">Shared</span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
          <div className="mt-2 grid gap-2 border-t border-line px-3 pt-3 pb-1">
            {showing?.isMine && (
              <OwnView view={showing} onEdit={() => edit(showing)} onDone={() => setIsOpen(false)} />
            )}
            {!showing && Object.keys(filters).length === 0 && (
              <p className="text-sm text-muted">{viewWords.noFilters}</p>
            )}
            {!showing && Object.keys(filters).length > 0 && (
              <Button variant="primary" onClick={() => edit({ screen, filters })}>
                Save this view
              </Button>
            )}
          </div>
        </div>
      )}
      {edited && <ViewDialog view={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}

/** What its owner may do with the view that the list shows. */
function OwnView({ view, onEdit, onDone }: { view: View; onEdit: () => void; onDone: () => void }) {
  const add = useAddView();
  const remove = useRemoveView();
  const drop = async () => {
    const { screen, name, filters, isShared } = view;
    onDone();
    try {
      await remove.mutateAsync(view.id);
      showToast({ text: `“${name}” deleted`, undo: () => add.mutate({ screen, name, filters, isShared }) });
    } catch {
      showToast({ text: viewErrorWords['not-found'] ?? '' });
    }
  };
  return (
    <div className="flex gap-4 max-desk:[&_button]:min-h-11">
      <TextButton onClick={onEdit}>Rename or share</TextButton>
      <TextButton onClick={drop}>Delete</TextButton>
    </div>
  );
}
