import { expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { openDocument } from './open.ts'

const blocks = async (text: string, name = 'a.csv') =>
  outline((await openDocument(new TextEncoder().encode(text), name)).blocks)

test.each([',', ';', '\t', '|'])('fields are parted by "%s", which may stand within quotation marks', async sign => {
  expect(await blocks(`Ref${sign}Action\r\n1${sign}"Review${sign}then agree"\r\n`)).toEqual([
    `table 0=Ref 1=Action | 0=1 1=Review${sign === '\t' ? ' ' : sign}then agree`,
  ])
})

test('quotation marks may be doubled, and a field may have lines, of which some are bullets', async () => {
  expect(await blocks('\ufeffRef,Action\n1,"Say ""yes""\n• and mean it"\n')).toEqual([
    'table 0=Ref 1=Action | 0=1 1=Say "yes"/• and mean it',
  ])
})

test('a sign that a spreadsheet names is the one', async () => {
  expect(await blocks('sep=;\r\na,b;c\r\n')).toEqual(['table 0=a,b 1=c'])
})

test('empty fields and lines are none, and a short record keeps its columns', async () => {
  expect(await blocks('a,,c\n\n,b\n')).toEqual(['table 0=a 2=c | 1=b'])
})

test('a quotation mark that is never closed loses no word', async () => {
  expect(await blocks('a,b\n1,"open\n2,d\n')).toEqual(['table 0=a 1=b | 0=1 1=open | 0=2 1=d'])
  expect(await blocks('a,"b" and more\n')).toEqual(['table 0=a 1=b and more'])
})

test('one column is a table too', async () => {
  expect(await blocks('Recommendation\nThe Board should agree.\n')).toEqual([
    'table 0=Recommendation | 0=The Board should agree.',
  ])
})
