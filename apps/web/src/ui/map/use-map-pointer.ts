import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { useMapView } from './use-map-view.ts';

type Place = { x: number; y: number };
type Acts = {
  onPress: (at: Place) => void;
  /** Where the mouse is; null when it has left, or is dragging. */
  onHover: (at: Place | null) => void;
};

/** Further than this in pixels is a drag, not a press. */
const slip = 5;

function placeIn(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): Place {
  const box = element.getBoundingClientRect();
  return { x: clientX - box.left, y: clientY - box.top };
}

/** Drag moves, a press chooses, the wheel zooms while Ctrl is held: without it the page scrolls as it always does. */
export function useMapPointer(map: ReturnType<typeof useMapView>, { onPress, onHover }: Acts) {
  const ref = useRef<HTMLDivElement>(null);
  const held = useRef<(Place & { isDrag: boolean }) | null>(null);
  useWheelZoom(ref, map.zoomAt);
  return {
    ref,
    onPointerDown: (event: PointerEvent) => {
      held.current = { ...placeIn(event.currentTarget, event), isDrag: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const [at, from] = [placeIn(event.currentTarget, event), held.current];
      if (!from) return onHover(event.pointerType === 'mouse' ? at : null);
      if (!from.isDrag && Math.hypot(at.x - from.x, at.y - from.y) <= slip) return;
      if (!from.isDrag) event.currentTarget.setPointerCapture(event.pointerId);
      onHover(null);
      map.moveBy(at.x - from.x, at.y - from.y);
      held.current = { ...at, isDrag: true };
    },
    onPointerUp: (event: PointerEvent) => {
      if (held.current && !held.current.isDrag) onPress(placeIn(event.currentTarget, event));
      held.current = null;
    },
    onPointerCancel: () => {
      held.current = null;
    },
    onPointerLeave: () => onHover(null),
  };
}

/** Listens by hand: React's own wheel events cannot keep the browser from zooming the page. */
function useWheelZoom(ref: RefObject<HTMLDivElement | null>, zoomAt: (factor: number, at: Place) => void) {
  const latest = useRef(zoomAt);
  useEffect(() => {
    latest.current = zoomAt;
  });
  useEffect(() => {
    const element = ref.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || !element) return;
      event.preventDefault();
      latest.current(event.deltaY < 0 ? 1.2 : 1 / 1.2, placeIn(element, event));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [ref]);
}
