/** A few known values to choose from, as they are worded. */
export const optionsOf = <const Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
  values.map(value => ({ value, label: word(value) }))
