import { describe, expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { openDocument } from './open.ts'

const read = async (html: string) => openDocument(new TextEncoder().encode(html), 'page.html')
const blocks = async (html: string) => outline((await read(html)).blocks)

describe('what of a web page is the document', () => {
  test('is its main content, without navigation, banners, asides and footers', async () => {
    const page = `<title>Adult A - Board</title><div id="cookie-banner">We use cookies.</div>
      <header>Home<nav>Menu</nav></header>
      <main><p class="breadcrumbs">Home › Reviews</p><header><h1>Adult A</h1></header>
        <p>The Board agrees.</p><nav>Next page</nav><aside>Related</aside></main>
      <aside>More</aside><footer>© Board</footer>`
    expect(await blocks(page)).toEqual(['h1 Adult A', 'p The Board agrees.'])
    expect((await read(page)).title).toBe('Adult A - Board')
  })

  test('is the whole body without its chrome where no main content is marked', async () => {
    const page = [
      '<div class="site-header">Board</div><div id="nav">Menu</div>',
      '<div role="navigation">More</div><div class="content"><h1>Adult A</h1><p>Agreed.',
      '</p></div><div class="sidebar">News</div><div id="footer">©</div>',
    ].join('')
    expect(await blocks(page)).toEqual(['h1 Adult A', 'p Agreed.'])
  })

  test('is the one article that holds most of the words', async () => {
    expect(
      await blocks('<div>Teaser</div><article><h1>Adult A</h1><p>The Board agrees with all of it.</p></article>'),
    ).toEqual(['h1 Adult A', 'p The Board agrees with all of it.'])
  })

  test('is never what is hidden, a script, a style, a form or a remark', async () => {
    const page = [
      '<p>Seen.<span style="display:none">secret</span><span hidden>secret</span></p>',
      '<script>secret()</script><style>p{}</style><noscript>secret</noscript><!-- secret -->',
      '<form><input value="secret"><button>Send</button><select><option>One</option>',
      '</select></form><p aria-hidden="true">secret</p><p class="visually-hidden">secret</p>',
    ].join('')
    expect(await blocks(page)).toEqual(['p Seen.'])
  })

  test('includes what is folded up until it is found', async () => {
    expect(await blocks('<h2>Police</h2><div hidden="until-found">Agreed.</div>')).toEqual(['h2 Police', 'p Agreed.'])
  })

  test('keeps sections whose own names look like chrome', async () => {
    const page = [
      '<main><section id="consent"><h2 id="menu">Consent</h2><p>Consent is asked for.',
      '</p></section><section class="related"><p>Related harm.</p></section></main>',
    ].join('')
    expect(await blocks(page)).toEqual(['h2 Consent', 'p Consent is asked for.', 'p Related harm.'])
  })

  test('is everything when the page is nothing but what looks like chrome', async () => {
    expect(await blocks('<main></main><header><p>Only words.</p></header>')).toEqual(['p Only words.'])
  })
})

describe('the blocks of a web page', () => {
  test('what is folded up under a heading keeps that heading and its level', async () => {
    expect(await blocks('<details><summary><h2>Recommendation 1</h2></summary><h3>Our answer</h3></details>')).toEqual([
      'h2 Recommendation 1',
      'h3 Our answer',
    ])
  })

  test('a heading keeps the words of a badge or a button in it', async () => {
    expect(
      await blocks('<h2><span class="badge">R1</span></h2><h3><button aria-expanded="false">Police</button></h3>'),
    ).toEqual(['h2 R1', 'h3 Police'])
  })

  test('lists show the markers that a browser shows', async () => {
    const page = [
      '<ol type="a" start="2"><li>b<ul><li>deeper</li></ul></li><li>c</li>',
      '</ol><ol reversed><li>two</li><li>one</li></ol><ol><li value="7">seven',
      '</li><li>eight</li></ol><ol style="list-style-type: upper-roman">',
      '<li>one</li></ol><ol style="list-style:none"><li>bare</li></ol>',
    ].join('')
    expect(await blocks(page)).toEqual([
      'b. b',
      '  • deeper',
      'c. c',
      '2. two',
      '1. one',
      '7. seven',
      '8. eight',
      'I. one',
      ' bare',
    ])
  })

  test('further paragraphs of an entry are paragraphs', async () => {
    expect(await blocks('<ul><li><p>First.</p><p>Second.</p></li></ul>')).toEqual(['• First.', 'p Second.'])
  })

  test('a quotation without a paragraph of its own is quoted too', async () => {
    expect(await blocks('<p>Before</p><blockquote>The Council should act.</blockquote><p>After</p>')).toEqual([
      'p Before',
      '> The Council should act.',
      'p After',
    ])
  })

  test('a quotation is quoted and a line break parts lines but not sentences', async () => {
    expect(
      await blocks('<blockquote><p>The Board should:</p></blockquote><p>The Board<br>will agree.<br>Police</p>'),
    ).toEqual(['> The Board should:', 'p The Board will agree.', 'p Police'])
  })

  test('a short line in bold is a heading, also before a line break', async () => {
    expect(await blocks('<h2>Actions</h2><p><b>Health</b><br>We agree.</p><p><strong>Note.</strong></p>')).toEqual([
      'h2 Actions',
      'h3 Health',
      'p We agree.',
      'p Note.',
    ])
  })

  test('short terms with short definitions are a table, others are headings over theirs', async () => {
    expect(await blocks('<dl><dt>Version</dt><dd>2.3</dd><dt>Owner</dt><dd>The Board</dd></dl>')).toEqual([
      'table 0=Version 1=2.3 | 0=Owner 1=The Board',
    ])
    expect(await blocks('<dl><dt>Police</dt><dd><p>One.</p><p>Two.</p></dd></dl>')).toEqual([
      'h2 Police',
      'p One.',
      'p Two.',
    ])
    const answer = 'The Board wrote to the Department in June, and has had no reply to its letter.'
    expect(await blocks(`<dl><dt>Our answer</dt><dd>${answer}</dd></dl>`)).toEqual(['h2 Our answer', `p ${answer}`])
  })

  test('tables keep header rows, merged cells, lists and line breaks', async () => {
    const page = [
      '<table><caption>Plan</caption><thead><tr><th>Ref<th colspan="2">What</thead>',
      '<tr><td rowspan="2">1<td>a<br>b<td><ul><li>c<li>d</ul><tr><td>e<td>f</table>',
    ].join('')
    expect(await blocks(page)).toEqual(['p Plan', 'table #0=Ref 1+2=What | 0v2=1 1=a/b 2=• c/• d | 1=e 2=f'])
  })

  test('a table that only arranges the page is no table', async () => {
    expect(
      await blocks(
        '<table role="presentation"><tr><td><p>One.</p><td><p>Two.</p></table><table><tr><td>Alone.</table>',
      ),
    ).toEqual(['p One.', 'p Two.', 'p Alone.'])
  })

  test('the mark of a note is no word, and deleted text is none', async () => {
    expect(
      await blocks(
        '<p>It was agreed<sup><a href="#n1">1</a></sup> on the 1<sup>st</sup> <del>of May</del>of June.</p>',
      ),
    ).toEqual(['p It was agreed on the 1st of June.'])
  })

  test('a page saved by Word has bullets for its typed markers', async () => {
    const page = [
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>`,
      `<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp;</span>`,
      '</span>First point</p><p class=MsoNormal>Text<o:p></o:p></p>',
    ].join('')
    expect(await blocks(page)).toEqual(['· First point', 'p Text'])
  })
})

describe('the characters of a web page', () => {
  test('are those that it declares', async () => {
    const page = Uint8Array.of(
      ...new TextEncoder().encode('<meta charset="windows-1252"><p>Board'),
      0x92,
      ...new TextEncoder().encode('s</p>'),
    )
    expect(outline((await openDocument(page, 'a.html')).blocks)).toEqual(['p Board’s'])
  })

  test('include no soft hyphens, zero-width spaces and runs of white space', async () => {
    expect(await blocks('<p>multi\u00adagency\u200b\n  &nbsp; work</p>')).toEqual(['p multiagency work'])
  })
})

test('a sentence in bold that a list goes on with is no heading', async () => {
  const said =
    '<p><strong>The Board should satisfy itself that its guidance:</strong></p><ul><li>names a lead</li></ul>'
  expect(await blocks(`<p><b>What we did:</b></p>${said}`)).toEqual([
    'h2 What we did:',
    'p The Board should satisfy itself that its guidance:',
    '• names a lead',
  ])
})

test('the headings inside one section that folds say nothing of the level of the next section’s', async () => {
  const section = (name: string) => `<details><summary>${name}</summary><h4>Update</h4><p>Done.</p></details>`
  expect(await blocks(`<h1>Review</h1>${section('First')}${section('Second')}`)).toEqual([
    'h1 Review',
    'h2 First',
    'h4 Update',
    'p Done.',
    'h2 Second',
    'h4 Update',
    'p Done.',
  ])
})
