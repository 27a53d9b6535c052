import MarkdownIt, { type Token } from 'markdown-it'
import type { PlainDocument } from '../../core/plain-document.ts'
import { elementBlocks } from './element-blocks.ts'
import { type Element, element } from './element-tree.ts'
import { decodeText } from './encoding.ts'
import { fold } from './folding.ts'
import type { Budget } from './limits.ts'
import { putRight } from './markdown-tokens.ts'

/** CommonMark with tables, and the web markup in it. Throws UnreadableDocument (too-deep, too-many-cells). */
export async function readMarkdown(bytes: Uint8Array, budget: Budget): Promise<PlainDocument> {
  const { title, body } = splitFrontMatter(decodeText(bytes))
  // Beyond its own nesting limit the parser would drop words without a sign, so ours must be reached first.
  const parser = new MarkdownIt({ html: true }).set({ maxNesting: budget.limits.depth * 2 })
  const tokens = putRight(parser.parse(body, {}))
  const root = holdsHtml(tokens)
    ? (await import('./html.ts')).parseHtml(parser.renderer.render(tokens, parser.options, {}), budget)
    : toElements(tokens, budget)
  return { mediaType: 'text/markdown', pages: null, title, blocks: elementBlocks(root, budget).blocks }
}

/** Facts about the file that some programs put above the text, between two rules; they are no part of it. */
function splitFrontMatter(text: string): { title: string | null; body: string } {
  const [whole, facts] =
    /^---[ \t]*\r?\n((?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n|- .*\r?\n)+)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (whole === undefined || facts === undefined) return { title: null, body: text }
  const title = /^title:[ \t]*(.*)$/im.exec(facts)?.[1]
  return { title: fold((title ?? '').replace(/^["']|["']\s*$/g, '')) || null, body: text.slice(whole.length) }
}

const holdsHtml = (tokens: readonly Token[]): boolean =>
  tokens.some(({ type, children }) => type === 'html_block' || children?.some(child => child.type === 'html_inline'))

function toElements(tokens: readonly Token[], budget: Budget): Element {
  const root = element('body')
  const open: Element[] = [root]
  for (const token of tokens) {
    budget.checkTime()
    addToken(token, open)
    budget.checkDepth(open.length)
    for (const child of token.children ?? []) addToken(child, open)
  }
  return root
}

function addToken(token: Token, open: Element[]): void {
  const into = open.at(-1)
  if (!into) return
  if (token.nesting === 1) {
    const child = element(
      token.tag,
      Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)])),
    )
    into.children.push(child)
    open.push(child)
  } else if (token.nesting === -1) open.pop()
  else if (token.type === 'fence' || token.type === 'code_block')
    into.children.push({ ...element('pre'), children: [token.content] })
  else if (token.type === 'hardbreak') into.children.push(element('br'))
  else if (token.type === 'softbreak') into.children.push(' ')
  else if (token.type === 'hr') into.children.push(element('hr'))
  else if (token.type === 'text' || token.type === 'code_inline') into.children.push(token.content)
}
