export { useChannelWords } from './channel-words.ts'
