import { defineMessages, say } from '../../../kernel/messages.ts'
import { languages, textIn } from '../../../platform/languages.ts'
import type { Channel } from './consent.ts'

const words = defineMessages('consent.default-purposes', {
  newsletter: 'Newsletter',
  newsletterText: 'Send me news and offers. I can change my mind at any time.',
  productNews: 'Product news',
  productNewsText: 'Tell me what is new about the products that I have.',
  surveys: 'Surveys',
  surveysText: 'Ask me now and then how satisfied I am.',
  profiling: 'Personal content',
  profilingText: 'Use what I do on your site and with your messages to show me what suits me.',
})

type Name = 'newsletter' | 'productNews' | 'surveys' | 'profiling'

/** What a new workspace asks for, in every language, until it says otherwise. */
export const defaultPurposes = [
  purpose('newsletter', 'newsletter', ['email', 'sms', 'whatsapp', 'phone', 'post']),
  purpose('product-news', 'productNews', ['email', 'sms', 'whatsapp']),
  purpose('surveys', 'surveys', ['email', 'sms', 'phone']),
  purpose('profiling', 'profiling', ['web', 'email']),
]

function purpose(key: string, name: Name, channels: Channel[]) {
  return { key, name: inEvery(name), channels, text: inEvery(`${name}Text`) }
}

function inEvery(key: Name | `${Name}Text`): Record<string, string> {
  return Object.fromEntries(languages.map(language => [language, textIn(say(words, key), language)]))
}
