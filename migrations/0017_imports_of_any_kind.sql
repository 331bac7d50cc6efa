-- The program knows what kinds of record can be imported; a new one needs no migration.
alter table imports drop constraint imports_object_check;

-- What became of records stands by their table now, beside the rows; the former keys stay for the version that still runs.
update imports set counts = counts || jsonb_build_object('run', counts -> 'run' || jsonb_build_object('records', (counts -> 'run') - array['rows', 'warned']))
where counts ? 'run';
update imports set counts = counts || jsonb_build_object('check', counts -> 'check' || jsonb_build_object('records', (counts -> 'check') - array['rows', 'warned']))
where counts ? 'check';
