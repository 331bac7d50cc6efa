import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { editNote, listNotes } from '../notes/schema.ts'
import { stepsOf } from './imports.fixture.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

/** The event of a note says its first 199 characters, an undo its first 60. */
const long = `${'x'.repeat(198)}😀 tail`
const noteWith = (body: string) => `note id,email,note,created at,author\n1,ann@example.com,${body},1.2.2024,\n`
const notes = async () => (await acme.owner.call(listNotes, {})).items

test.each([
  ['notes', 'notes.csv', noteWith(long)],
  ['contacts', 'contacts.csv', `first name,last name,email,phone,note\nAnn,Bílá,ann@example.com,,${long}\n`],
  ['cards', 'ann.vcf', `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nNOTE:${long}\r\nEND:VCARD\r\n`],
])('%s bring a note whose excerpt would end within a sign', async (_, name, content) => {
  await steps.import(name, content)
  expect(await notes()).toMatchObject([{ body: long }])
})

test('a note that was changed since is named in an undo, cut before a sign that is too long', async () => {
  await steps.import('notes.csv', noteWith('Before'))
  const { id } = await steps.import('notes.csv', noteWith('After'))
  const [note] = await notes()
  const body = `${'y'.repeat(59)}😀 tail`
  await acme.owner.call(editNote, { params: { id: note!.id }, body: { body } })
  const { status, undo } = await steps.undo(id)
  expect([status, undo!.conflicts]).toEqual(['undone', [expect.objectContaining({ name: 'y'.repeat(59) })]])
})
