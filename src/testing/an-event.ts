import type { NewEvent } from '../kernel/event.ts'

export type LooseEvent = Omit<Partial<NewEvent>, 'kind'> & { kind: string }

/** An event of any kind, for tests of what does not depend on its kind. */
export function anEvent({ kind, ...event }: LooseEvent): NewEvent {
  return { data: {}, ...event, kind: kind as NewEvent['kind'] }
}
