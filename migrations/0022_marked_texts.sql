-- A stored text begins with a sign that nobody can write (decision 19), so that what people write is never read as one.
-- Those that are kept get it wherever they are: alone or as lines of a text, or within JSON.

do $$
declare kept record;
begin
  for kept in
    select c.table_name as name,
      string_agg(
        case when c.data_type = 'text'
          then format('%1$I = regexp_replace(%1$I, %2$L, %3$L, ''gn'')', c.column_name, '^\{"group":"', E'\x02{"group":"')
          else format('%1$I = replace(%1$I::text, %2$L, %3$L)::jsonb', c.column_name, '"{\"group\":\"', '"\u0002{\"group\":\"')
        end, ', ') as changes,
      string_agg(
        format('strpos(%I::text, %L) > 0', c.column_name,
          case when c.data_type = 'text' then '{"group":"' else '"{\"group\":\"' end), ' or ') as holds
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and c.data_type in ('text', 'jsonb')
    group by c.table_name
  loop
    execute format('update %I set %s where %s', kept.name, kept.changes, kept.holds);
  end loop;
end $$;
