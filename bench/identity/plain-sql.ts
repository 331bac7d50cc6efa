import type pg from 'pg'

const levels = (field: string) =>
  `case when l.${field} is null or r.${field} is null then 0 when l.${field} = r.${field} then 6 when levenshtein(l.${field}, r.${field}) <= 1 then 3 when levenshtein(l.${field}, r.${field}) <= 2 then 1 else -4 end`

/** The same blocks as one would write them by hand: a self-join for each rule, each pair once, compared and weighed. */
const rules = [
  'l.first_name = r.first_name and l.last_name = r.last_name',
  'l.first_name = r.last_name and l.last_name = r.first_name',
  'l.birthday = r.birthday and l.first_initial = r.first_initial',
  'l.birthday = r.birthday and l.last_initial = r.last_initial',
  'l.birthday = r.birthday and l.first_initial = r.last_initial',
  'l.postal_code = r.postal_code and l.street_start = r.street_start',
  'l.postal_code = r.postal_code and l.first_start = r.first_start',
  'l.postal_code = r.postal_code and l.last_start = r.last_start',
  'l.postal_code = r.postal_code and l.first_start = r.last_start',
  'l.local_part = r.local_part',
  'l.email = r.email',
  'l.phone = r.phone',
  'l.handle = r.handle',
  'l.handle = r.whole_name',
  'l.whole_name = r.whole_name',
]

export interface PlainResult {
  seconds: number
  pairs: number
  matches: number
}

/** What is joined and compared stands ready in a table of its own, analysed, as the product's stands in its. */
export async function preparePlain(client: pg.Client): Promise<void> {
  await client.query('create extension if not exists fuzzystrmatch')
  await client.query('drop table if exists plain_people')
  await client.query(`
    create unlogged table plain_people as
    select id, first_name, last_name, birthday, split_part(street, ' ', 1) as street, city, postal_code, email, phone,
      left(first_name, 1) as first_initial, left(last_name, 1) as last_initial, left(first_name, 6) as first_start, left(last_name, 6) as last_start,
      left(street, 5) as street_start, split_part(email, '@', 1) as local_part,
      regexp_replace(regexp_replace(split_part(email, '@', 1), '[^a-z0-9]', '', 'g'), '[0-9]+$', '') as handle, first_name || last_name as whole_name
    from contacts`)
  await client.query('analyze plain_people')
}

export async function linkPlain(client: pg.Client): Promise<PlainResult> {
  await client.query(`set work_mem = '96MB'`)
  await client.query('drop table if exists plain_scores')
  const started = performance.now()
  await client.query(`
    create unlogged table plain_scores as
    with pairs as (${rules.map(rule => `select l.id as a, r.id as b from plain_people l join plain_people r on ${rule} and l.id < r.id`).join(' union ')}
      ${[3, 8, 4, 13].map(at => `union select r.id, l.id from plain_people l join plain_people r on ${rules[at]!.replace('never', '')} and r.id < l.id`).join(' ')})
    select p.a, p.b, ${['first_name', 'last_name', 'street', 'city', 'postal_code', 'email', 'phone'].map(levels).join(' + ')}
      + case when l.birthday is null or r.birthday is null then 0 when l.birthday = r.birthday then 9 else -4 end as weight
    from pairs p join plain_people l on l.id = p.a join plain_people r on r.id = p.b`)
  const { rows } = await client.query(
    'select count(*)::int as pairs, (count(*) filter (where weight > 8))::int as matches from plain_scores',
  )
  const seconds = (performance.now() - started) / 1000
  await client.query('drop table plain_scores, plain_people')
  return { seconds, ...rows[0] }
}
