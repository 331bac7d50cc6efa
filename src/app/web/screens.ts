import { contactsWeb } from '../../slices/customers/contacts/web/screens.tsx'
import { signInWeb } from '../../slices/workspace/sign-in/web/screens.tsx'
import type { WebSlice } from '../../ui/screen/web-slice.ts'
import { homeWeb } from './home/screens.tsx'

/** THE list: what the web app is made of, in the order of its navigation. */
export const webSlices: readonly WebSlice[] = [homeWeb, contactsWeb, signInWeb]
