/** A number with the words it should appear as, e.g. 1200000 as "about 1.2 M"; plural forms follow the number. */
export interface WordedNumber {
  value: number
  text: string
}

/** A day without a zone, `2026-03-29`, told as the language tells it: 29 March 2026. */
export interface CalendarDay {
  day: string
}

/** A sentence that is not worded yet: plain JSON, to be stored or sent and worded in the language of who reads it. */
export interface Text {
  group: string
  key: string
  params?: MessageParams
}

/** Several are told as a list: “one, another and a third”. */
export type MessageParam = string | number | WordedNumber | CalendarDay | Text | readonly (Text | string)[]
export type MessageParams = Readonly<Record<string, MessageParam>>

/**
 * The parameters of an ICU message, read from its literal type: `{name}` takes a text or number,
 * `{count, plural, …}` a number, `{kind, select, …}` a word. A message without any takes none.
 */
export type ParamsOf<Message extends string> = string extends Message
  ? [params?: Record<string, MessageParam>]
  : AsArguments<All<Message extends string ? InText<Message, object> : never>>

type AsArguments<Params> = keyof Params extends never ? [] : [params: { [Name in keyof Params]: Params[Name] }]

/** One of several messages needs what each of them needs. */
type All<Params> = (Params extends unknown ? (params: Params) => void : never) extends (params: infer Every) => void
  ? Every
  : never

type InText<Rest extends string, Found> =
  NextBrace<Rest> extends ['{', infer After extends string]
    ? Argument<After, Found>
    : NextBrace<Rest> extends ['}', infer After extends string]
      ? InBranches<After, Found>
      : Found

type InBranches<Rest extends string, Found> =
  NextBrace<Rest> extends ['{', infer After extends string]
    ? InText<After, Found>
    : NextBrace<Rest> extends ['}', infer After extends string]
      ? InText<After, Found>
      : Found

type Argument<Rest extends string, Found> = Rest extends `${infer Inside}}${infer After}`
  ? Inside extends `${infer Name},${infer Kind},${string}`
    ? Rest extends `${string},${string},${infer Branches}`
      ? InBranches<Branches, Found & Param<Name, Trim<Kind>>>
      : never
    : InText<After, Found & Param<Inside, 'value'>>
  : Found

type Param<Name extends string, Kind extends string> = {
  [Key in Trim<Name>]: Kind extends 'plural' | 'selectordinal'
    ? number | WordedNumber
    : Kind extends 'select'
      ? string
      : MessageParam
}

type NextBrace<Rest extends string> = Rest extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Rest extends `${string}}${infer Closed}`
      ? ['}', Closed]
      : never
    : ['{', After]
  : Rest extends `${string}}${infer Closed}`
    ? ['}', Closed]
    : null

type Trim<Word extends string> = Word extends ` ${infer Rest}`
  ? Trim<Rest>
  : Word extends `${infer Rest} `
    ? Trim<Rest>
    : Word
