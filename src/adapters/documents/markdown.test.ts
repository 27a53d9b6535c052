import { expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { openDocument } from './open.ts'

const read = async (text: string) => openDocument(new TextEncoder().encode(text), 'a.md')
const blocks = async (text: string) => outline((await read(text)).blocks)

test('marks of emphasis are no text, also where they were never closed', async () => {
  expect(
    await blocks(
      'The **Board** *agrees* with `it`.\n\nadvice *and* practice**\n\n**Not closed\n\nsnake_case stays, 5 * 3 too',
    ),
  ).toEqual(['p The Board agrees with it.', 'p advice and practice', 'p Not closed', 'p snake_case stays, 5 * 3 too'])
})

test('an entry that begins with a number of its own keeps it', async () => {
  expect(await blocks('- 1) review it\n- 2) agree it\n\n3) say so')).toEqual([
    '• 1) review it',
    '• 2) agree it',
    '3) say so',
  ])
})

test('lines that each begin with a label stay lines', async () => {
  expect(await blocks('Agency: Elm Police\n**Status:** open\n\nThe Board\nmet: twice')).toEqual([
    'p Agency: Elm Police',
    'p Status: open',
    'p The Board met: twice',
  ])
})

test('lists nest, and count as they are written', async () => {
  expect(await blocks('3. three\n   - point\n     - deeper\n4. four\n\n* star')).toEqual([
    '3. three',
    '  • point',
    '    • deeper',
    '4. four',
    '• star',
  ])
})

test('tables have a header row, and alignment and escapes are understood', async () => {
  expect(await blocks('| Ref | What |\n|:--|--:|\n| 1 | a \\| b |\n| 2 | c<br>d |')).toEqual([
    'table #0=Ref 1=What | 0=1 1=a | b | 0=2 1=c/d',
  ])
})

test('headings of both kinds are headings, and quotations are quoted', async () => {
  expect(await blocks('Title\n=====\n\n## Actions\n\n> The Board should agree.\n\n---')).toEqual([
    'h1 Title',
    'h2 Actions',
    '> The Board should agree.',
  ])
})

test('web page markup within it is read as such', async () => {
  expect(
    await blocks(
      [
        '<div class="x">\n\n## Actions\n\n</div>\n\n<table><tr><th>A</th><th>B',
        '</th></tr><tr><td>c</td><td>d</td></tr></table>\n\n<!-- remark -->',
      ].join(''),
    ),
  ).toEqual(['h2 Actions', 'table #0=A 1=B | 0=c 1=d'])
})

test('what stands above the text between rules is no text, but may give the title', async () => {
  const document = await read('---\ntitle: "Child A"\ntags:\n- one\n---\n\nWords.')
  expect(document.title).toBe('Child A')
  expect(outline(document.blocks)).toEqual(['p Words.'])
})

test('lines of one paragraph are one, and a hard break parts them', async () => {
  expect(await blocks('The Board\nagrees.  \nPolice agree.')).toEqual(['p The Board agrees.', 'p Police agree.'])
})

test('text that was set in by accident is text', async () => {
  expect(await blocks('    The Board agrees.\n\n```\nPolice agree.\n```')).toEqual([
    'p The Board agrees.',
    'p Police agree.',
  ])
})

test('links leave their words', async () => {
  expect(await blocks('See [the report](https://example.org/report "Report") and ![a plan](plan.png).')).toEqual([
    'p See the report and .',
  ])
})

test('a bold line above words is a line of its own, and bold words within a line are not', async () => {
  expect(await blocks('**R1. Make sure that plans are made.**\nWe have made them.')).toEqual([
    'p R1. Make sure that plans are made.',
    'p We have made them.',
  ])
  expect(await blocks('We have made\n**all** of them.')).toEqual(['p We have made all of them.'])
})
