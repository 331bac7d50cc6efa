import {
  countryCode,
  customFields,
  line,
  moment,
  reference,
  references,
  required,
  requiredOr,
  text,
  version,
  yesNo,
  type Use,
} from './column.ts'

/** By what a record is sorted and found; both are made of its name and whatever else it is known by. */
export function findable<const Uses extends Use = never>(uses: readonly Uses[] = []) {
  const derived = ['derived', ...uses] as const
  return { sortName: required(text(derived)), searchText: required(text(derived)) }
}

/** Where somebody is found: with the one kind of uses as a whole, with the other as lists show it. */
export function address<const Detail extends Use, const Listed extends Use>(
  detail: readonly Detail[],
  listed: readonly Listed[],
) {
  return {
    street: line(detail),
    city: line(listed),
    region: line(detail),
    postalCode: line(detail, 20),
    country: countryCode(listed),
  }
}

/** Whose it is. */
export function owned<const Uses extends Use>(uses: readonly Uses[]) {
  return { ownerId: reference('members', uses), teamId: reference('teams', uses) }
}

/** Tags, and the fields that a workspace defines: looked after by whoever offers them to all records. */
export function extras<const Uses extends Use = never>(uses: readonly Uses[] = []) {
  return {
    tagIds: requiredOr([], references('tags', ['listed', 'exported', ...uses])),
    fields: customFields(['listed', ...uses]),
  }
}

/** How a record came about, and when something became of it. */
export const history = {
  importId: reference('imports', ['filtered', 'defaulted']),
  isDemo: requiredOr(false, yesNo(['shown', 'defaulted'])),
  version: version(),
  createdAt: required(moment(['listed', 'sorted', 'exported', 'defaulted'])),
  updatedAt: required(moment(['listed', 'sorted', 'exported', 'defaulted'])),
  deletedAt: moment(['listed', 'sorted', 'later']),
}
