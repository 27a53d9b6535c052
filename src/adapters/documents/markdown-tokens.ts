/** What is put right in Markdown before it is read, token by token. */
import type { Token } from 'markdown-it'

/** The tokens with all of it put right. */
export function putRight(tokens: Token[]): Token[] {
  return keepBoldLines(keepLabelledLines(cleanEmphasis(keepTypedNumbers(nameDelimiters(tokens)))))
}

const label = /^[\p{Lu}][\p{L}\p{N} ,./’'()&-]{1,60}:(?:\s|$)/u

/** "a. ", "(ii) ", which Markdown knows for no list. */
const mark = /^\(?(?:[a-h]|[ivx]{1,4})[.)]\s/

const firstMark = /^\(?(?:a|i)[.)]\s/

/**
 * A line that begins with a label ("Agency: …", "Elm Police: …") or a letter ("b. …") stays a line, though Markdown
 * would join it, where the line before has ended or begins so as well.
 */
function keepLabelledLines(tokens: Token[]): Token[] {
  for (const { children } of tokens) {
    const texts = (children ?? []).filter(({ type, content }) => type === 'softbreak' || content.trim() !== '')
    let isLabelled = label.test(texts[0]?.content ?? '')
    for (const [at, child] of texts.entries()) {
      if (child.type !== 'softbreak') continue
      const next = texts[at + 1]?.content ?? ''
      const follows = label.test(next) || mark.test(next)
      const ended = isLabelled || /[.!?;]["”’)]*$/.test(texts[at - 1]?.content ?? '')
      if (firstMark.test(next) || (follows && ended)) child.type = 'hardbreak'
      isLabelled = follows
    }
  }
  return tokens
}

/** A line that is bold throughout stays a line above or below one that is not, though Markdown would join them. */
function keepBoldLines(tokens: Token[]): Token[] {
  for (const { children } of tokens) {
    const bold = linesOf(children ?? []).map(isBoldLine)
    let line = 0
    for (const child of children ?? []) {
      if (child.type !== 'softbreak' && child.type !== 'hardbreak') continue
      if (bold[line] !== bold[line + 1]) child.type = 'hardbreak'
      line++
    }
  }
  return tokens
}

/** The tokens of each line of a paragraph, those without words left out. */
function linesOf(children: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') lines.push([])
    else if (child.type !== 'text' || child.content.trim() !== '') lines.at(-1)?.push(child)
  }
  return lines
}

function isBoldLine(line: readonly Token[]): boolean {
  const ends = line.findIndex(({ type }) => type === 'strong_close')
  return line[0]?.type === 'strong_open' && ends === line.length - 1
}

/** Notes on each numbered list whether its numbers are written "1." or "1)". */
function nameDelimiters(tokens: Token[]): Token[] {
  for (const token of tokens) {
    if (token.type === 'ordered_list_open') token.attrSet('data-delimiter', token.markup)
  }
  return tokens
}

/**
 * "- 1) review …" is one entry whose number was typed, not a list within a list: the number goes back into the text.
 * Only where the inner list has that one entry.
 */
function keepTypedNumbers(tokens: Token[]): Token[] {
  const dropped = new Set<number>()
  for (const [at, token] of tokens.entries()) {
    const inner = tokens[at + 1]
    const entry = tokens[at + 2]
    if (token.type !== 'list_item_open' || inner?.type !== 'ordered_list_open' || !entry) continue
    if (token.map?.[0] !== inner.map?.[0]) continue
    const end = closingOf(tokens, at + 1)
    const entries = tokens
      .slice(at + 1, end)
      .filter(({ type, level }) => type === 'list_item_open' && level === inner.level + 1)
    const words = tokens.slice(at + 2, end).find(({ type }) => type === 'inline')
    if (entries.length !== 1 || !words?.children) continue
    const typed = Object.assign(Object.create(Object.getPrototypeOf(words)), words, { type: 'text', children: null })
    words.children.unshift(Object.assign(typed, { content: `${entry.info}${entry.markup} ` }))
    for (const index of [at + 1, at + 2, end - 1, end]) dropped.add(index)
  }
  return tokens.filter((_, at) => !dropped.has(at))
}

function closingOf(tokens: readonly Token[], open: number): number {
  const { level } = tokens[open] ?? { level: 0 }
  return tokens.findIndex((token, at) => at > open && token.level === level && token.nesting === -1)
}

const leftOver = /\*{2,}|(?<![\p{L}\p{N}_])_{2,}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,;:!?)])_{2,}(?![\p{L}\p{N}_])/gu

/** Takes out the marks of emphasis that were opened and never closed, or the other way round. */
function cleanEmphasis(tokens: Token[]): Token[] {
  for (const { children } of tokens) {
    const texts = (children ?? []).filter(({ type }) => type === 'text')
    for (const text of texts) text.content = text.content.replace(leftOver, '')
    const [first, last] = [children?.[0], children?.at(-1)]
    if (texts.reduce((count, { content }) => count + content.split('*').length - 1, 0) !== 1) continue
    if (first?.type === 'text') first.content = first.content.replace(/^\*(?=\S)/, '')
    if (last?.type === 'text') last.content = last.content.replace(/(?<=\S)\*$/, '')
  }
  return tokens
}
