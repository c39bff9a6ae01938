import { useState } from 'react';

export type MapView = { zoom: number; x: number; y: number };
const wholeCounty: MapView = { zoom: 1, x: 0, y: 0 };
const mostZoom = 24;

/** Keeps the county over the drawing: nobody can push it out of sight. */
function within({ zoom, x, y }: MapView, width: number, height: number): MapView {
  return {
    zoom,
    x: Math.min(0, Math.max(width * (1 - zoom), x)),
    y: Math.min(0, Math.max(height * (1 - zoom), y)),
  };
}

/** Where the reader is looking. Every move is one of these few, whether by pointer, button or key. */
export function useMapView(width: number, height: number) {
  const [given, setView] = useState(wholeCounty);
  const view = within(given, width, height);
  const zoomAt = (factor: number, at: { x: number; y: number }) =>
    setView((before) => {
      const { zoom, x, y } = within(before, width, height);
      const next = Math.min(mostZoom, Math.max(1, zoom * factor));
      const by = next / zoom;
      return { zoom: next, x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by };
    });
  return {
    view,
    zoomAt,
    moveBy: (dx: number, dy: number) =>
      setView((before) => {
        const { zoom, x, y } = within(before, width, height);
        return { zoom, x: x + dx, y: y + dy };
      }),
    /** Brings a place of the unzoomed drawing into the middle, unless it is in sight. */
    show: (at: { x: number; y: number }) =>
      setView((before) => {
        const { zoom, x, y } = within(before, width, height);
        const [sx, sy] = [at.x * zoom + x, at.y * zoom + y];
        const isSeen = sx > 20 && sy > 20 && sx < width - 20 && sy < height - 20;
        return isSeen ? before : { zoom, x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom };
      }),
    reset: () => setView(wholeCounty),
    isWhole: view.zoom === 1,
    isNearest: view.zoom >= mostZoom,
  };
}

/** A map's view with the zoom of its buttons and keys. */
export type MapHandle = ReturnType<typeof useMapView> & { zoomBy: (factor: number) => void };
