export { getParent, isParentVisible, parentFilterKeys, parentFilters, parentJoins, type Parent } from './parent.ts'
