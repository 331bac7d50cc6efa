-- Members who are held to their teams' records list companies by name.
create index companies_team_idx on companies (workspace_id, team_id, sort_name, id) where deleted_at is null;
