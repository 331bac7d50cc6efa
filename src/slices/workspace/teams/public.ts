export { joinTeams, requireTeams, setTeamsOf, teamName } from './store.ts'
