/** The words of a demo document, as its source writes them: paragraphs apart by an empty line, in a small part of Markdown. */

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly voice: 'plain' | 'bold' | 'italic' }
  | { readonly kind: 'bullets' | 'letters'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The blocks of a source, in order. */
export const readBlocks = (source: string): readonly Block[] =>
  source
    .trim()
    .split(/\n{2,}/)
    .map(readBlock)

function readBlock(text: string): Block {
  const lines = text.split('\n')
  const heading = /^(#{1,3}) (.*)$/.exec(text)
  if (heading) return { kind: 'heading', level: heading[1]?.length as 1 | 2 | 3, text: heading[2] ?? '' }
  if (text.startsWith('|')) {
    const [head = [], , ...rows] = lines.map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
    return { kind: 'table', head, rows }
  }
  if (text.startsWith('- ')) return { kind: 'bullets', items: lines.map(line => line.slice(2)) }
  if (/^a\) /.test(text)) return { kind: 'letters', items: lines.map(line => line.slice(3)) }
  const joined = lines.join(' ')
  const voice = joined.startsWith('**') ? 'bold' : joined.startsWith('*') ? 'italic' : 'plain'
  return { kind: 'paragraph', voice, text: joined.replace(/^\*+|\*+$/g, '') }
}
