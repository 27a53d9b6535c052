import { describe, expect, test } from 'vitest'
import { wordOf, workbookOf, writingOf, zipOf } from './fixtures/packed.ts'
import { pdfOf } from './fixtures/pages.ts'
import { defaultLimits, type Limits, openDocument, UnreadableDocument } from './open.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Why a file is refused, as "reason: message"; fails when it is read. */
async function refusal(bytes: Uint8Array, name: string, limits: Partial<Limits> = {}): Promise<string> {
  const started = performance.now()
  const refused = await openDocument(bytes, name, { ...defaultLimits, ...limits }).then(
    () => 'read',
    error => {
      if (error instanceof UnreadableDocument) return `${error.reason}: ${error.message}`
      throw error
    },
  )
  expect(performance.now() - started).toBeLessThan(5000)
  return refused
}

const paragraph = '<w:p><w:r><w:t>The Board agrees.</w:t></w:r></w:p>'
const names = ['a.docx', 'a.pdf', 'a.odt', 'a.html', 'a.md', 'a.txt', 'a.xlsx', 'a.csv']

describe('a file that is not what it should be', () => {
  test.each(names)('no bytes at all are empty, as %s', async name => {
    expect(await refusal(new Uint8Array(), name)).toMatch(/^empty: /)
  })

  test.each([
    ['a.html', '<html><body><script>var x = "words"</script></body></html>'],
    ['a.md', '\n\n'],
    ['a.txt', ' \r\n\f'],
    ['a.csv', ',,\n,,'],
  ])('%s without words is empty', async (name, text) => {
    expect(await refusal(bytesOf(text), name)).toMatch(/^empty: .*holds no words/)
  })

  test('packed files without words are empty', async () => {
    expect(await refusal(wordOf({ body: '<w:p/>' }), 'a.docx')).toMatch(/^empty: /)
    expect(await refusal(writingOf({ body: '' }), 'a.odt')).toMatch(/^empty: /)
    expect(await refusal(workbookOf({ sheets: [{ name: 'One', xml: '<sheetData/>' }] }), 'a.xlsx')).toMatch(/^empty: /)
    expect(await refusal(pdfOf({ pages: [{}] }), 'a.pdf')).toMatch(/^empty: /)
  })

  test('an ending that is not read is the wrong type, and a better one is named', async () => {
    expect(await refusal(bytesOf('x'), 'a.pptx')).toMatch(/^wrong-type: .*\.pptx is not read.*Word \(\.docx\)/)
    expect(await refusal(bytesOf('x'), 'a.doc')).toMatch(/^wrong-type: .*save it as \.docx/)
    expect(await refusal(bytesOf('x'), 'a.xls')).toMatch(/^wrong-type: .*save it as \.xlsx/)
    expect(await refusal(bytesOf('x'), 'noending')).toMatch(/^wrong-type: .*has no ending/)
  })

  test('a PDF that is called .docx is mislabelled', async () => {
    const pdf = pdfOf({ pages: [{ texts: [{ x: 50, y: 50, text: 'Words' }] }] })
    expect(await refusal(pdf, 'a.docx')).toMatch(/^mislabelled: .*\.docx but is a PDF/)
    expect(await refusal(pdf, 'a.txt')).toMatch(/^mislabelled: .*is a PDF/)
  })

  test('one kind of packed file that is called another is mislabelled', async () => {
    const word = wordOf({ body: paragraph })
    expect(await refusal(word, 'a.xlsx')).toMatch(/^mislabelled: .*is a Word document/)
    expect(await refusal(word, 'a.odt')).toMatch(/^mislabelled: .*is a Word document/)
    expect(await refusal(word, 'a.pdf')).toMatch(/^mislabelled: .*a packed \(zip\) file/)
    expect(await refusal(writingOf({ body: '<text:p>x</text:p>' }), 'a.docx')).toMatch(
      /^mislabelled: .*an OpenDocument file/,
    )
    expect(await refusal(zipOf({ 'picture.png': 'x' }), 'a.docx')).toMatch(/^mislabelled: .*a packed \(zip\) file/)
  })

  test('text, pictures and older Office files with a new name are mislabelled', async () => {
    expect(await refusal(bytesOf('plain words'), 'a.docx')).toMatch(/^mislabelled: .*plain text/)
    expect(await refusal(bytesOf('{\\rtf1 words}'), 'a.docx')).toMatch(/^mislabelled: .*rich text/)
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'a.pdf')).toMatch(
      /^mislabelled: .*a picture/,
    )
    const older = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0))
    expect(await refusal(older, 'a.docx')).toMatch(/^mislabelled: .*before 2007.*save it as \.docx/)
  })

  test.each(['a.txt', 'a.md', 'a.csv', 'a.html'])('binary bytes that are called %s are the wrong type', async name => {
    const binary = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)
    expect(await refusal(binary, name)).toMatch(/^(?:wrong-type|mislabelled): /)
  })
})

describe('a file that is locked or holds no text', () => {
  test('an Office file with a password is encrypted', async () => {
    const name = Array.from('EncryptedPackage', sign => [sign.charCodeAt(0), 0]).flat()
    const locked = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0), ...name)
    expect(await refusal(locked, 'a.docx')).toMatch(/^encrypted: .*password/)
    expect(await refusal(locked, 'a.xlsx')).toMatch(/^encrypted: /)
  })

  test('a zip part with a password is encrypted', async () => {
    const locked = wordOf({ body: paragraph })
    const view = new DataView(locked.buffer)
    for (let at = 0; at < locked.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) locked[at + 8] = 1
    expect(await refusal(locked, 'a.docx')).toMatch(/^encrypted: /)
  })

  test('an OpenDocument text with a password is encrypted', async () => {
    const space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    const manifest = [
      `<manifest:manifest ${space}><manifest:file-entry>`,
      '<manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    ].join('')
    expect(
      await refusal(writingOf({ body: '<text:p>x</text:p>', more: { 'META-INF/manifest.xml': manifest } }), 'a.odt'),
    ).toMatch(/^encrypted: /)
  })

  test('a PDF with a password is encrypted', async () => {
    const key = '00'.repeat(32)
    const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`
    expect(await refusal(pdfOf({ pages: [{ texts: [{ x: 50, y: 50, text: 'Words' }] }], trailer }), 'a.pdf')).toMatch(
      /^encrypted: /,
    )
  })

  test('a PDF of pictures is scanned, and says to ask for the original', async () => {
    expect(await refusal(pdfOf({ pages: [{ picture: true }, { picture: true }] }), 'a.pdf')).toMatch(
      /^scanned: .*no text layer.*original/,
    )
  })

  test('a PDF of which some pages are pictures is read, and says which were not', async () => {
    const pages = [{ texts: [{ x: 50, y: 50, text: 'The Board agrees.' }] }, { picture: true }]
    const { notices } = await openDocument(pdfOf({ pages }), 'a.pdf')
    expect(notices).toEqual(['Pages 2 are pictures with no text layer. They were not read.'])
  })
})

describe('a file that is damaged', () => {
  test.each([0.2, 0.5, 0.9, 0.99])('a Word file cut off after %d of it is corrupt', async share => {
    const whole = wordOf({ body: paragraph.repeat(50) })
    expect(await refusal(whole.slice(0, whole.length * share), 'a.docx')).toMatch(/^corrupt: .*damaged/)
  })

  test('a changed part is found out by its checksum', async () => {
    const parts = { body: paragraph.repeat(50) }
    const whole = wordOf(parts)
    const at = Buffer.from(whole).indexOf('word/document.xml') + 40
    whole[at] = (whole[at] ?? 0) ^ 0x55
    expect(await refusal(whole, 'a.docx')).toMatch(/^corrupt: /)
  })

  test('XML that does not fit together is corrupt', async () => {
    expect(await refusal(wordOf({ body: '<w:p><w:r></w:p></w:r>' }), 'a.docx')).toMatch(
      /^corrupt: .*does not fit together/,
    )
    expect(await refusal(wordOf({ body: '</w:body><w:p>' }), 'a.docx')).toMatch(/^corrupt: /)
  })

  test('a PDF that is cut off before its pages is corrupt', async () => {
    expect(await refusal(bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'a.pdf')).toMatch(/^corrupt: /)
  })
})

describe('a file that means harm', () => {
  test('entities of its own are refused, so that none can grow or fetch', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document/>'
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'
    for (const xml of [bomb, outside]) {
      expect(await refusal(wordOf({ body: '', more: { 'word/document.xml': xml } }), 'a.docx')).toMatch(
        /^corrupt: .*declares names of its own/,
      )
      expect(await refusal(writingOf({ body: '', more: { 'content.xml': xml } }), 'a.odt')).toMatch(/^corrupt: /)
    }
    expect(await refusal(wordOf({ body: '<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>' }), 'a.docx')).toMatch(
      /^corrupt: /,
    )
  })

  test('a zip that unpacks to far more than it is, is refused before it is unpacked', async () => {
    const swollen = wordOf({ body: `<w:p><w:r><w:t>${' '.repeat(30_000_000)}</w:t></w:r></w:p>` })
    expect(swollen.length).toBeLessThan(100_000)
    expect(await refusal(swollen, 'a.docx')).toMatch(/^too-large: .*unpacked/)
  })

  test('a zip that lies about how much it unpacks to is corrupt', async () => {
    const lying = wordOf({ body: paragraph.repeat(500) })
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(await refusal(lying, 'a.docx')).toMatch(/^corrupt: /)
  })

  test('macros are not run, and that is said', async () => {
    const word = wordOf({ body: paragraph, more: { 'word/vbaProject.bin': 'Sub AutoOpen()' } })
    const document = await openDocument(word, 'a.docm')
    expect(document.notices).toEqual(['The file holds macros. They were not run.'])
    expect(document.blocks).toHaveLength(1)
  })

  test('what lies outside the file is not fetched', async () => {
    const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${kind}" TargetMode="External" Target="http://127.0.0.1:9/styles.xml"/></Relationships>`
    const document = await openDocument(
      wordOf({ body: paragraph, more: { 'word/_rels/document.xml.rels': links } }),
      'a.docx',
    )
    expect(document.blocks).toMatchObject([{ text: 'The Board agrees.' }])
  })
})

describe('a file beyond its limits', () => {
  test('more bytes than are read', async () => {
    expect(await refusal(bytesOf('x'.repeat(3000)), 'a.txt', { bytes: 2000 })).toMatch(/^too-large: /)
  })

  test('more unpacked bytes than are read', async () => {
    const noise = Array.from({ length: 50_000 }, (_, at) => ((at * 2654435761) % 4294967296).toString(36)).join(' ')
    expect(
      await refusal(wordOf({ body: `<w:p><w:r><w:t>${noise}</w:t></w:r></w:p>` }), 'a.docx', {
        unpackedBytes: 100_000,
      }),
    ).toMatch(/^too-large: /)
  })

  test('more pages than are read', async () => {
    const pages = Array.from({ length: 4 }, () => ({ texts: [{ x: 50, y: 50, text: 'Words' }] }))
    expect(await refusal(pdfOf({ pages }), 'a.pdf', { pages: 3 })).toMatch(/^too-many-pages: .*has 4 and at most 3/)
  })

  test('more cells than are read, in every format that has any', async () => {
    const cells = Array.from({ length: 30 }, (_, at) => `<c t="inlineStr"><is><t>word ${at}</t></is></c>`).join('')
    const limits = { cells: 20 }
    expect(
      await refusal(
        workbookOf({ sheets: [{ name: 'One', xml: `<sheetData><row>${cells}</row></sheetData>` }] }),
        'a.xlsx',
        limits,
      ),
    ).toMatch(/^too-many-cells: /)
    expect(await refusal(bytesOf('a,b,c\n'.repeat(30)), 'a.csv', limits)).toMatch(/^too-many-cells: /)
    expect(
      await refusal(bytesOf(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(30)}</table>`), 'a.html', limits),
    ).toMatch(/^too-many-cells: /)
    expect(await refusal(bytesOf(`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(30)}`), 'a.md', limits)).toMatch(/^too-many-cells: /)
    const row = `<w:tr><w:tc>${paragraph}</w:tc><w:tc>${paragraph}</w:tc></w:tr>`
    expect(await refusal(wordOf({ body: `<w:tbl>${row.repeat(30)}</w:tbl>` }), 'a.docx', limits)).toMatch(
      /^too-many-cells: /,
    )
    const cell = '<table:table-cell><text:p>a</text:p></table:table-cell>'
    const table = `<table:table>${`<table:table-row>${cell}${cell}</table:table-row>`.repeat(30)}</table:table>`
    expect(await refusal(writingOf({ body: table }), 'a.odt', limits)).toMatch(/^too-many-cells: /)
  })

  test('deeper nesting than is read, however deep it is', async () => {
    for (const depth of [300, 200_000]) {
      expect(await refusal(bytesOf(`${'<div>'.repeat(depth)}words`), 'a.html')).toMatch(/^too-deep: /)
      expect(
        await refusal(wordOf({ body: `${'<w:p>'.repeat(depth)}${'</w:p>'.repeat(depth)}` }), 'a.docx', {
          unpackedRatio: 1e9,
        }),
      ).toMatch(/^too-deep: /)
      expect(
        await refusal(
          writingOf({ body: `${'<text:section>'.repeat(depth)}${'</text:section>'.repeat(depth)}` }),
          'a.odt',
          { unpackedRatio: 1e9 },
        ),
      ).toMatch(/^too-deep: /)
    }
    expect(await refusal(bytesOf(`${'> '.repeat(300)}words`), 'a.md')).toMatch(/^too-deep: /)
    expect(await refusal(bytesOf(`${'- '.repeat(300)}words`), 'a.md')).toMatch(/^too-deep: /)
  })

  test('longer than the time there is', async () => {
    const limits = { milliseconds: 0 }
    expect(await refusal(bytesOf('<p>word</p>'.repeat(5000)), 'a.html', limits)).toMatch(/^too-slow: /)
    expect(
      await refusal(wordOf({ body: paragraph.repeat(5000) }), 'a.docx', { ...limits, unpackedRatio: 1e9 }),
    ).toMatch(/^too-slow: /)
    expect(await refusal(bytesOf('a,b\n'.repeat(5000)), 'a.csv', limits)).toMatch(/^too-slow: /)
  })
})
