import { noHandle, type OwnHandle } from '../contacts/public.ts'
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

/** The handle that was asked for, else the one by which the channel reaches the contact. */
export function chooseHandle(
  channel: Channel,
  handles: readonly OwnHandle[],
  id: string | undefined,
): OwnHandle | undefined {
  const chosen = id === undefined ? handleFor(channel, handles) : handles.find(handle => handle.id === id)
  if (id !== undefined && !chosen) throw noHandle()
  return chosen
}
