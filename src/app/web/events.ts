import { definitionsIn, kindsIn, outdatedBy } from '../../ui/api/outdated.ts'
import { groupsOf } from '../../ui/screen/event-groups.ts'
import { once } from './once.ts'
import { webSlices } from './screens.ts'

/** What the slices say of events, with the kinds themselves: fetched once the first screen asks for them. */
export const loadKinds = once(() =>
  Promise.all(
    webSlices.map(async slice => {
      const [events = {}, module = {}] = await Promise.all([slice.events?.(), slice.definitions?.()])
      const definitions = definitionsIn(module)
      const records = slice.records?.map(kind => ({ ...kind, columns: definitions.get(kind.name)?.columns }))
      return { ...slice, kinds: kindsIn(events), records }
    }),
  ),
)

export const loadOutdated = once(async () => outdatedBy(await loadKinds()))
export const loadGroups = once(async () => groupsOf(await loadKinds()))
