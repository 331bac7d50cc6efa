export { joinTeams, requireTeams, setTeamsOf, teamIdsOf, teamName } from './store.ts'
