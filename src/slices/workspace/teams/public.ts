export { joinTeams, requireMembers, requireTeams, setTeamsOf } from './store.ts'
