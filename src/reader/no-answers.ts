import { noAnswer } from './vocabulary/labels.ts'

const begins = /^\W*(?:no|nothing|none|nil|n\/?a|not|tb[ac]|to be|awaiting|response|reply|answer)\b/i

/** Whether a text only says that nobody answered; most texts are known by their first word not to. */
export const isNoAnswer = (text: string): boolean =>
  text.length < 160 && begins.test(text) && noAnswer.test(text.replace(asking, ''))

/** "We have asked again." */
const asking =
  /(?<=[.!]\s)[^.]{0,60}\b(?:ask(?:ed)?|chas(?:e|ed|ing)|remind(?:ed|ers?)|written|wrote|contacted|escalated)\b[^.]{0,40}\.?$/i
