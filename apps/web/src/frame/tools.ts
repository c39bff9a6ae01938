import { createContext, useContext } from 'react';

/** What the frame opens for whatever stands in it. */
export type FrameTools = { openPalette: () => void; openKeys: () => void };

export const FrameToolsContext = createContext<FrameTools>({ openPalette: () => {}, openKeys: () => {} });
export const useFrameTools = () => useContext(FrameToolsContext);
