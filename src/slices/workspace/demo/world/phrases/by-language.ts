import type { Language } from '../countries.ts'
import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { pl } from './pl.ts'
import { uk } from './uk.ts'
import type { Phrases } from './phrases.ts'

export const phrases: Record<Language, Phrases> = { cs, de, en, es, fr, ja, pl, uk }
