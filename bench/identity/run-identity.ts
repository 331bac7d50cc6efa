import { once } from 'node:events'
import { existsSync } from 'node:fs'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { compose, createLogger } from '../../src/app/compose.ts'
import { newId, type WorkspaceId } from '../../src/kernel/ids.ts'
import { mostForLoosePasses } from '../../src/models/linkage/blocking.ts'
import {
  linkPeople,
  qualityAt,
  readFake1000,
  readFebrl,
  reference,
  type LabelledPeople,
} from '../../src/models/linkage/linkage.fixture.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { systemCtx } from '../../src/platform/system-ctx.ts'
import { refreshStale } from '../../src/slices/customers/identity/features/refresh.ts'
import { silent } from '../../src/slices/customers/identity/scoring/progress.ts'
import { scoreAll } from '../../src/slices/customers/identity/scoring/score-all.ts'
import type { Figure } from '../bench.ts'
import type { Dataset } from '../dataset.ts'
import { makePeople } from './people.ts'
import { linkPlain, preparePlain } from './plain-sql.ts'

/** How well the reference sets are linked, and how long a made base takes next to plain SQL on the same server. */
export async function measureIdentity(
  dataset: Dataset,
  people: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  return [...measureQuality(say), ...(await measureTime(dataset, people, say))]
}

/** Precision, recall and F1 at w ≥ 0 without a label, next to the F1 that is published as attainable, or else to 1. */
function measureQuality(say: (line: string) => void): Figure[] {
  if (!existsSync(reference)) {
    say(`Skipped the quality of linking: there is no ${reference} (REFERENCE_DATA).`)
    return []
  }
  const febrl4 = ['dataset4a.csv', 'dataset4b.csv']
  const sets: [string, number | null, () => LabelledPeople][] = [
    ['febrl1', 0.998, () => readFebrl(['dataset1.csv'])],
    ['febrl3', 0.998, () => readFebrl(['dataset3.csv'])],
    ['febrl3-without-id', 0.985, () => readFebrl(['dataset3.csv'], false)],
    ['febrl4', 0.9998, () => readFebrl(febrl4)],
    ['febrl4-without-id', 0.995, () => readFebrl(febrl4, false)],
    ['fake1000', null, readFake1000],
  ]
  return sets.flatMap(([name, attainable, read]) => {
    say(`Linking ${name} …`)
    const data = read()
    const quality = qualityAt(data, linkPeople(data), 0)
    return (['precision', 'recall', 'f1'] as const).map(measure => ({
      name: `identity.${name}.${measure}`,
      value: quality[measure],
      unit: 'share',
      raw: attainable ?? 1,
      ratio: quality[measure] / (attainable ?? 1),
      target: measure === 'f1' && attainable !== null ? 1 : 0,
    }))
  })
}

/** In a database of its own, which is dropped afterwards. */
async function measureTime(dataset: Dataset, people: number, say: (line: string) => void): Promise<Figure[]> {
  const name = 'bench_identity'
  await dataset.admin.query(`drop database if exists ${name} with (force)`)
  await dataset.admin.query(`create database ${name}`)
  const url = withDatabase(dataset.url, name)
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { app, close } = await compose(dataset.config, url, createLogger('warn'))
  try {
    say(`Making ${people.toLocaleString('en')} people …`)
    const workspaceId = await fill(client, people)
    const featuresBegan = performance.now()
    await refreshStale({ db: app.db, workspaceId }, async count => {
      if (count % 100_000 === 0) say(`Compared values of ${count.toLocaleString('en')} people …`)
    })
    const featuresSeconds = (performance.now() - featuresBegan) / 1000
    await preparePlain(client)
    await client.query('vacuum (analyze)')
    say('Linking in plain SQL …')
    const plain = await linkPlain(client)
    say(
      `${plain.pairs.toLocaleString('en')} pairs, ${plain.matches.toLocaleString('en')} above the threshold. Linking in the product …`,
    )
    const began = performance.now()
    const counts = await scoreAll(await systemCtx(app, workspaceId), null, {
      ...silent,
      step: async step => say(`${((performance.now() - began) / 1000).toFixed(1)} s: ${step}`),
    })
    const seconds = (performance.now() - began) / 1000
    say(
      `${counts.compared.toLocaleString('en')} pairs, ${counts.candidates.toLocaleString('en')} candidates, ${JSON.stringify(counts.skipped)}`,
    )
    return [
      {
        name: 'identity.link',
        value: seconds,
        unit: 's',
        raw: plain.seconds,
        ratio: plain.seconds / seconds,
        target: people > mostForLoosePasses ? 1 / 1.2 : 0,
      },
      {
        name: 'identity.features',
        value: people / featuresSeconds,
        unit: 'people/s',
        raw: people / plain.seconds,
        ratio: plain.seconds / featuresSeconds,
        target: 0,
      },
      ...(await qualityOfMade(client)),
    ]
  } finally {
    await close()
    await client.end()
    await dataset.admin.query(`drop database ${name} with (force)`)
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

/** Indexes of screens, which linking does not use; filling takes a quarter of the time without them. */
const unused = ['name', 'created', 'updated', 'company', 'lifecycle', 'search', 'fields', 'tags'].map(
  name => `contacts_${name}_idx`,
)

async function fill(client: pg.Client, count: number): Promise<WorkspaceId> {
  const workspaceId = newId()
  await client.query(
    `insert into workspaces (id, name, country, currency, time_zone, locale) values ($1, 'Bench', 'CZ', 'CZK', 'Europe/Prague', 'cs')`,
    [workspaceId],
  )
  for (const index of unused) await client.query(`drop index ${index}`)
  const contacts = client.query(
    from(
      'copy contacts (workspace_id, id, name, sort_name, search_text, first_name, last_name, birthday, street, city, postal_code, email, phone, source) from stdin',
    ),
  )
  const handles: string[] = []
  const used = new Set<string>()
  const isUsed = (value: string) => used.size === used.add(value).size
  for (const person of makePeople(count)) {
    const id = newId()
    const name = `${person.firstName} ${person.lastName}`
    const cells = [
      name,
      name,
      name,
      person.firstName,
      person.lastName,
      person.birthday,
      person.street,
      person.city,
      person.postalCode,
      person.email,
      person.phone,
      person.entity,
    ]
    const line = [workspaceId, id, ...cells.map(cell => cell ?? '\\N')].join('\t')
    if (!contacts.write(`${line}\n`)) await once(contacts, 'drain')
    for (const [kind, value] of [
      ['email', person.email],
      ['phone', person.phone],
    ])
      if (value)
        handles.push([workspaceId, newId(), id, kind, value, value, isUsed(value) ? 'f' : 't', 'bench'].join('\t'))
  }
  contacts.end()
  await once(contacts, 'finish')
  const copy = client.query(
    from('copy handles (workspace_id, id, contact_id, kind, value, normal, is_identifying, source) from stdin'),
  )
  for (const line of handles) if (!copy.write(`${line}\n`)) await once(copy, 'drain')
  copy.end()
  await once(copy, 'finish')
  return workspaceId as WorkspaceId
}

/** Of the made base at p ≥ .99, by the entity that each person was made of. */
async function qualityOfMade(client: pg.Client): Promise<Figure[]> {
  const { rows } = await client.query<{ claimed: number; right: number; all: number }>(`
    select count(*)::int as claimed, (count(*) filter (where a.source = b.source))::int as right,
      (select sum(n * (n - 1) / 2)::int from (select count(*) as n from contacts group by source) entities) as all
    from identity_candidates k join contacts a on a.id = k.a_id join contacts b on b.id = k.b_id where k.probability >= .99`)
  const { claimed, right, all } = rows[0]!
  const figure = (name: string, value: number): Figure => ({
    name: `identity.made.${name}`,
    value,
    unit: 'share',
    raw: 1,
    ratio: value,
    target: 0,
  })
  return [figure('precision', right / Math.max(1, claimed)), figure('recall', right / all)]
}
