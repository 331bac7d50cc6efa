/** The palette's code: fetched when it is first opened, or when there is time. */
export const loadPalette = () => import('./Palette.tsx')
