import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readGroups, root } from './catalogue.ts'

const plain = 'abcdefghijklmnopqrstuvwxyz'
const accented = [...'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž']

/** `[Ļöñĝéŕ one·]`: a text that no reader takes for English, a third longer, with its parameters as they were. */
export function pseudo(message: string): string {
  const length = message.replaceAll(/\{[^{}]*\}/g, '').length
  return `[${print(parse(message))}${'·'.repeat(Math.ceil(length / 3))}]`
}

function print(elements: MessageFormatElement[]): string {
  return elements.map(printOne).join('')
}

function printOne(element: MessageFormatElement): string {
  if (element.type === TYPE.literal) return accent(element.value)
  if (element.type === TYPE.argument) return `{${element.value}}`
  if (element.type === TYPE.pound) return '#'
  if (element.type !== TYPE.plural && element.type !== TYPE.select) throw new Error(`No pseudo form of ${element.type}`)
  const branches = Object.entries(element.options).map(([form, { value }]) => `${form} {${print(value)}}`)
  return `{${element.value}, ${element.type === TYPE.plural ? 'plural' : 'select'}, ${branches.join(' ')}}`
}

function accent(text: string): string {
  return text.replaceAll(/[a-z]/gi, letter => {
    const found = accented[plain.indexOf(letter.toLowerCase())]!
    return letter === letter.toLowerCase() ? found : found.toUpperCase()
  })
}

/** A copy of the clone in which all texts are there in further languages: nothing but files is added. */
export async function copyWithPseudoLanguages(to: string, languages: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const part of ['src', 'migrations', 'package.json', 'tsconfig.json', 'vite.config.ts'])
    await cp(join(root, part), join(to, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'))
  const byFolder = Map.groupBy(readGroups(), ({ folder }) => folder)
  for (const [folder, groups] of byFolder) {
    const texts = groups.map(({ name, english }) => [
      name,
      Object.fromEntries([...english].map(([key, message]) => [key, pseudo(message)])),
    ])
    for (const language of languages) {
      const file = join(to, folder, `${language}.json`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify(Object.fromEntries(texts)))
    }
  }
}
