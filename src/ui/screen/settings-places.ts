import { createContext } from 'react'
import type { SettingsPlace } from './web-slice.ts'

/** The pages of the settings that the reader may go to. */
export const SettingsPlacesContext = createContext<readonly SettingsPlace[]>([])
