import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readGroups, readTranslations } from '../words/catalogue.ts'

/** Every message of every language parses, takes what its English takes, and has the plural forms of its language. */
const faults: string[] = []
const groups = readGroups()
const translations = readTranslations()
const languages = [...new Set(translations.map(({ language }) => language))]

const byName = Map.groupBy(groups, ({ name }) => name)
for (const [name, same] of byName)
  if (same.length > 1) faults.push(`${name}: defined in ${same.map(({ file }) => file).join(' and ')}`)

for (const { name, file, folder, english } of groups) {
  for (const [key, message] of english) {
    const where = `${file}: ${name}.${key}`
    const wanted = read(where, message, 'en')
    for (const language of languages) {
      const path = `${folder}/${language}.json`
      const translated = translations.find(candidate => candidate.file === path)?.groups[name]?.[key]
      if (translated === undefined) faults.push(`${path}: "${name}" lacks "${key}" (${message})`)
      else if (read(`${path}: ${name}.${key}`, translated, language) !== wanted)
        faults.push(`${path}: ${name}.${key} takes other parameters than its English (${wanted})`)
    }
  }
}

for (const { file, groups: translated } of translations)
  for (const [name, messages] of Object.entries(translated))
    for (const key of Object.keys(messages))
      if (!byName.get(name)?.some(group => group.english.has(key) && file.startsWith(`${group.folder}/`)))
        faults.push(`${file}: "${name}" has "${key}", which nobody says`)

/** The parameters of a message with their kinds, as one text to be compared. */
function read(where: string, message: string, language: string): string {
  try {
    const params = new Set<string>()
    collect(parse(message, { requiresOtherClause: true }), params, where, language)
    return [...params].toSorted().join(', ')
  } catch (error) {
    faults.push(`${where}: ${(error as Error).message}`)
    return ''
  }
}

function collect(elements: MessageFormatElement[], params: Set<string>, where: string, language: string): void {
  for (const element of elements) {
    if (element.type === TYPE.argument) params.add(element.value)
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue
    params.add(`${element.value} (${element.type === TYPE.plural ? element.pluralType : 'select'})`)
    const forms = Object.keys(element.options).filter(form => !form.startsWith('='))
    if (element.type === TYPE.plural) {
      const type = element.pluralType
      const needed = new Intl.PluralRules(language, type ? { type } : {}).resolvedOptions().pluralCategories
      if (needed.toSorted().join() !== forms.toSorted().join())
        faults.push(`${where}: has the plural forms ${forms.join(', ')}; ${language} has ${needed.join(', ')}`)
    }
    for (const { value } of Object.values(element.options)) collect(value, params, where, language)
  }
}

for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
