import type { OwnHandle } from '../contacts/public.ts'
import type { Channel } from './consent.ts'

/** The kinds of handles by which a channel reaches somebody. */
const handleKinds: Record<Channel, string[]> = {
  email: ['email'],
  phone: ['phone'],
  sms: ['phone'],
  whatsapp: ['whatsapp', 'phone'],
  post: [],
  web: [],
}

/** By which handle a channel reaches somebody; undefined where it needs none or there is none. */
export function handleFor(channel: Channel, handles: readonly OwnHandle[]): OwnHandle | undefined {
  return handleKinds[channel].flatMap(kind => handles.filter(handle => handle.kind === kind))[0]
}

/** `marta@example.com` as `m•••@e•••.com`, a number as its last three figures. */
export function maskHandle({ kind, normal }: Pick<OwnHandle, 'kind' | 'normal'>): string {
  if (kind !== 'email') return `•••${normal.slice(-3)}`
  const [name = '', domain = ''] = normal.split('@')
  const dot = domain.lastIndexOf('.')
  return `${name.slice(0, 1)}•••@${domain.slice(0, 1)}•••${dot > 0 ? domain.slice(dot) : ''}`
}
