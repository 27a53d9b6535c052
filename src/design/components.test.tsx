/** Holds each component to GOV.UK Frontend's own fixtures, and says how many it is held to. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { type ComponentChildren, h, type VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import * as design from './index.ts'

type Node = DefaultTreeAdapterMap['childNode']
type Options = Record<string, unknown>
interface Fixture {
  readonly name: string
  readonly html: string
  readonly options: Options
}

const root = path.join(
  path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk',
)

function fixturesOf(component: string): Fixture[] {
  return JSON.parse(fs.readFileSync(`${root}/components/${component}/fixtures.json`, 'utf8')).fixtures
}

/** Tags, sorted attributes and words: what a browser sees, whatever the white space. */
function normal(node: Node): unknown {
  if ('tagName' in node) {
    const attributes = node.attrs.map(a => `${a.name}=${normalValue(a.name, a.value)}`).sort()
    return [node.tagName, attributes, shapeOf(node.childNodes)]
  }
  return 'value' in node ? node.value : null
}

/** White space folded; classes in the order of the alphabet, as they are a set. */
function normalValue(name: string, value: string): string {
  const words = value.trim().split(/\s+/)
  return (name === 'class' ? words.sort() : words).join(' ')
}

function shapeOf(nodes: readonly Node[]): unknown[] {
  const joined: unknown[] = []
  for (const part of nodes.map(normal)) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else if (part !== null) joined.push(part)
  }
  return joined
    .map(part => (typeof part === 'string' ? part.replace(/\s+/g, ' ').trim() : part))
    .filter(part => part !== '')
}

const shape = (html: string) => shapeOf(parseFragment(html).childNodes)

/** A fixture's HTML as the JSX that a page would have passed instead. */
function asJsx(html: string): ComponentChildren {
  const convert = (node: Node): ComponentChildren => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(a => [a.name, a.value]))
      return h(node.tagName, attributes, ...node.childNodes.map(convert))
    }
    return 'value' in node ? node.value : null
  }
  return parseFragment(html.trim()).childNodes.map(convert)
}

/** Reads options while noting which were read, so that a fixture with one that we do not support is left out. */
class Reader {
  readonly unread: Set<string>
  readonly options: Options
  constructor(options: Options) {
    this.options = options
    this.unread = new Set(Object.keys(options))
  }
  take(name: string): unknown {
    this.unread.delete(name)
    return this.options[name] ?? undefined
  }
  text(name: string): string | undefined {
    const value = this.take(name)
    return value === undefined || value === false ? undefined : String(value)
  }
  flag(name: string): boolean | undefined {
    const value = this.take(name)
    return value === undefined ? undefined : value === true
  }
  number(name: string): number | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : Number(value)
  }
  /** The pair `text` and `html`, or with a prefix `titleText` and `titleHtml`. */
  words(prefix = ''): ComponentChildren {
    const html = this.text(prefix ? `${prefix}Html` : 'html')
    const text = this.text(prefix ? `${prefix}Text` : 'text')
    return html ? asJsx(html) : text
  }
  attributes(name = 'attributes'): Record<string, string> | undefined {
    const given = this.take(name)
    if (given === undefined) return undefined
    if (typeof given !== 'object') throw new Unsupported(name)
    return Object.fromEntries(Object.entries(given as Options).map(([key, value]) => [key, String(value)]))
  }
  /** The options below a name, every one of which the function has to read. */
  part<T>(name: string, read: (part: Reader) => T): T | undefined {
    const value = this.take(name)
    return value === undefined || value === null || value === false ? undefined : readAll(value as Options, read)
  }
  list<T>(name: string, read: (part: Reader, index: number) => T): T[] | undefined {
    const values = this.take(name)
    return Array.isArray(values)
      ? values.filter(Boolean).map((value, index) => readAll(value as Options, part => read(part, index)))
      : undefined
  }
  /** Like `list`, keeping the places of items that are left out. */
  sparseList<T>(name: string, read: (part: Reader) => T): (T | null)[] {
    const values = need(this.take(name), name) as (Options | null)[]
    return values.map(value => (value ? readAll(value, read) : null))
  }
  strings(name: string): string[] | undefined {
    const values = this.take(name)
    return Array.isArray(values) ? values.map(String) : undefined
  }
}

class Unsupported extends Error {}

function unsupported(what: string): never {
  throw new Unsupported(what)
}

function readAll<T>(options: Options, read: (part: Reader) => T): T {
  const reader = new Reader(options)
  const result = read(reader)
  for (const name of reader.unread) throw new Unsupported(name)
  return result
}

const common = (o: Reader) => ({ classes: o.text('classes'), attributes: o.attributes() })
const words = (o: Reader) => o.words()
const labelled = (o: Reader) => ({
  text: o.words(),
  classes: o.text('classes'),
  isPageHeading: o.flag('isPageHeading'),
  attributes: o.attributes(),
})
const group = (o: Reader) => ({ classes: o.text('classes'), attributes: o.attributes() })
const need = <T,>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Unsupported(`no ${name}`)
  return value
}

const field = (o: Reader) => ({
  ...common(o),
  name: need(o.text('name'), 'name'),
  id: o.text('id'),
  label: o.part('label', labelled) ?? '',
  hint: o.part('hint', words),
  errorMessage: o.part('errorMessage', words),
  describedBy: o.text('describedBy'),
  disabled: o.flag('disabled'),
  formGroup: o.part('formGroup', group),
})
const fieldset = (o: Reader) => ({
  ...common(o),
  describedBy: o.text('describedBy'),
  legend: o.part('legend', p => ({
    text: p.words(),
    classes: p.text('classes'),
    isPageHeading: p.flag('isPageHeading'),
  })),
})
const fieldGroup = (o: Reader) => ({
  ...common(o),
  fieldset: o.part('fieldset', fieldset),
  hint: o.part('hint', words),
  errorMessage: o.part('errorMessage', words),
  describedBy: o.text('describedBy'),
  formGroup: o.part('formGroup', group),
})
const decorations = (o: Reader) => ({
  classes: o.text('classes') ?? '',
  attributes: o.attributes() ?? {},
})
function choice(o: Reader): design.Choice | design.Divider {
  const divider = o.text('divider')
  if (divider !== undefined) return { divider }
  return {
    value: String(o.take('value')),
    text: o.words(),
    id: o.text('id'),
    hint: o.part('hint', words),
    checked: o.flag('checked'),
    disabled: o.flag('disabled'),
    conditional: o.part('conditional', words),
    label: o.part('label', decorations),
    attributes: o.attributes(),
  }
}
const link = (o: Reader) => ({ text: o.text('text') ?? '', href: o.text('href') ?? '', attributes: o.attributes() })
const action = (o: Reader) => ({
  href: o.text('href') ?? '',
  text: o.words(),
  visuallyHiddenText: o.text('visuallyHiddenText'),
  ...common(o),
})
const cell = (o: Reader) => ({ text: o.words(), numeric: o.text('format') === 'numeric' })
const actions = (o: Reader) => o.list('items', action) ?? []

type Make = (o: Reader) => VNode<never> | VNode
const {
  BackLink,
  Breadcrumbs,
  Button,
  CharacterCount,
  Checkboxes,
  DateInput,
  Details,
  ErrorMessage,
  ErrorSummary,
  Fieldset,
  FileUpload,
  Footer,
  Hint,
  Input,
  InsetText,
  Label,
  NotificationBanner,
  Pagination,
  Panel,
  PasswordInput,
  Radios,
  Select,
  ServiceNavigation,
  SkipLink,
  SummaryList,
  Table,
  Tag,
  Textarea,
  WarningText,
} = design

/** A table fixture as columns: possible when a column's cells are alike and carry nothing but words. */
function table(o: Reader): VNode {
  const head = o.list('head', cell)
  const rows = (o.take('rows') as Options[][]).filter(Boolean).map(row => row.map(c => readAll(c, cell)))
  const firstCellIsHeader = o.flag('firstCellIsHeader')
  const width = Math.max(head?.length ?? 0, ...rows.map(row => row.length))
  const columns = Array.from({ length: width }, (_, index): design.Column<(typeof rows)[number]> => {
    const alike = new Set([head?.[index], ...rows.map(row => row[index])].filter(Boolean).map(c => c?.numeric))
    if (alike.size > 1) throw new Unsupported('cells of one column in two formats')
    return {
      head: head?.[index]?.text,
      cell: row => row[index]?.text,
      numeric: alike.has(true),
      rowHeader: Boolean(firstCellIsHeader) && index === 0,
    }
  })
  return (
    <Table
      {...common(o)}
      columns={columns}
      rows={rows}
      caption={o.text('caption')}
      captionClasses={o.text('captionClasses')}
      onPhone="table"
    />
  )
}

/** The value when ours knows it. */
function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | undefined {
  return value === undefined ? undefined : (known.find(one => one === value) ?? unsupported(value))
}

/** Panels other than confirmations are not ours. */
function confirmation(o: Reader) {
  return /interruption/.test(String(o.options.classes)) ? unsupported('interruption') : common(o)
}

const names = ['day', 'month', 'year'] as const

/** What the fixture says of the three boxes, whether as `day`, `month` and `year` or as `items`. */
function dateParts(o: Reader) {
  const box = (p: Reader) => {
    const classes = (p.text('classes') ?? '').split(' ').filter(name => !/^govuk-input--width-[24]$/.test(name))
    if (classes.some(name => name && name !== 'govuk-input--error')) throw new Unsupported('classes of a part')
    const error = classes.includes('govuk-input--error') || p.flag('error')
    return { name: p.text('name'), value: p.text('value'), error, autocomplete: p.text('autocomplete') }
  }
  const items = o.list('items', box) ?? []
  const own = names.flatMap(name => {
    const left = o.options[name] === false
    const part = o.part(name, box)
    if (part?.name) throw new Unsupported('name of a part')
    return left ? [] : [{ error: undefined, value: undefined, autocomplete: undefined, ...part, name }]
  })
  const boxes = items.length > 0 ? items.map(item => ({ ...own.find(p => p.name === item.name), ...item })) : own
  const values = o.part('values', p => Object.fromEntries(names.map(name => [name, p.text(name)])))
  const wrong = boxes.some(b => b.error === false) ? boxes.filter(b => b.error !== false) : boxes.filter(b => b.error)
  const named = (list: readonly { name?: string | undefined }[]) =>
    list.map(b => names.find(name => name === b.name) ?? unsupported('name of a part'))
  const filled = (key: 'value' | 'autocomplete') =>
    Object.fromEntries(boxes.filter(b => b[key] !== undefined).map(b => [b.name, String(b[key])]))
  return {
    ask: named(boxes),
    wrong: named(wrong),
    values: { ...values, ...filled('value') },
    autocomplete: filled('autocomplete'),
  }
}

const makers: Record<string, Make> = {
  'back-link': o => (
    <BackLink {...common(o)} href={o.text('href') ?? '#'}>
      {o.words()}
    </BackLink>
  ),
  breadcrumbs: o => (
    <Breadcrumbs
      {...common(o)}
      items={need(
        o.list('items', p => ({ text: p.words(), href: p.text('href'), attributes: p.attributes() })),
        'items',
      )}
      collapseOnMobile={o.flag('collapseOnMobile')}
      labelText={o.text('labelText')}
    />
  ),
  button: o => (
    <Button
      {...common(o)}
      href={o.text('href')}
      name={o.text('name')}
      value={o.text('value')}
      type={o.text('type') as 'submit'}
      disabled={o.flag('disabled')}
      isStartButton={o.flag('isStartButton')}
      preventDoubleClick={o.flag('preventDoubleClick')}
      id={o.text('id')}
    >
      {o.words()}
    </Button>
  ),
  'character-count': o => (
    <CharacterCount
      {...field(o)}
      value={o.text('value')}
      rows={o.number('rows')}
      spellcheck={o.flag('spellcheck')}
      maxlength={o.number('maxlength')}
      maxwords={o.number('maxwords')}
      threshold={o.number('threshold')}
      countMessage={o.part('countMessage', p => ({ classes: p.text('classes') ?? '' }))}
    />
  ),
  checkboxes: o => (
    <Checkboxes
      {...fieldGroup(o)}
      name={need(o.text('name'), 'name')}
      idPrefix={o.text('idPrefix')}
      values={o.strings('values')}
      items={o.sparseList('items', p => {
        const own = { name: p.text('name'), behaviour: p.text('behaviour') as 'exclusive' | undefined }
        return { ...choice(p), ...own }
      })}
    />
  ),
  'date-input': o => (
    <DateInput {...fieldGroup(o)} {...dateParts(o)} id={need(o.text('id'), 'id')} namePrefix={o.text('namePrefix')} />
  ),
  details: o => (
    <Details {...common(o)} summary={o.words('summary')} open={o.flag('open')} id={o.text('id')}>
      {o.words()}
    </Details>
  ),
  'error-message': o => {
    const hidden = o.take('visuallyHiddenText')
    return (
      <ErrorMessage
        {...common(o)}
        id={o.text('id')}
        visuallyHiddenText={hidden === false ? '' : (hidden as string | undefined)}
      >
        {o.words()}
      </ErrorMessage>
    )
  },
  'error-summary': o => (
    <ErrorSummary
      {...common(o)}
      title={o.words('title') ?? ''}
      description={o.words('description')}
      disableAutoFocus={o.flag('disableAutoFocus')}
      errorList={o.list('errorList', p => ({ text: p.words(), href: p.text('href'), attributes: p.attributes() }))}
    />
  ),
  fieldset: o => (
    <Fieldset {...fieldset(o)} role={o.text('role') as 'group' | undefined}>
      {o.words()}
    </Fieldset>
  ),
  'file-upload': o => <FileUpload {...field(o)} multiple={o.flag('multiple')} javascript={o.flag('javascript')} />,
  footer: o => {
    o.take('contentLicence')
    o.take('copyright')
    const meta = o.part('meta', p => ({
      ...(p.unread.size === 0 ? unsupported('a heading without links') : {}),
      links: p.list('items', link),
      children: p.words(),
      visuallyHiddenTitle: p.text('visuallyHiddenTitle'),
    }))
    return <Footer {...common(o)} containerClasses={o.text('containerClasses')} {...meta} />
  },
  hint: o => (
    <Hint {...common(o)} id={o.text('id')}>
      {o.words()}
    </Hint>
  ),
  input: o => (
    <Input
      {...field(o)}
      type={o.text('type') as 'text'}
      value={o.text('value')}
      inputmode={o.text('inputmode') as 'text'}
      autocomplete={o.text('autocomplete')}
      autocapitalize={o.text('autocapitalize') as 'none'}
      pattern={o.text('pattern')}
      spellcheck={o.flag('spellcheck')}
      prefix={o.part('prefix', p => ({ ...common(p), text: p.words() }))}
      suffix={o.part('suffix', p => ({ ...common(p), text: p.words() }))}
      inputWrapper={o.part('inputWrapper', decorations)}
    />
  ),
  'inset-text': o => (
    <InsetText {...common(o)} id={o.text('id')}>
      {o.words()}
    </InsetText>
  ),
  label: o => (
    <Label {...common(o)} for={o.text('for')} isPageHeading={o.flag('isPageHeading')}>
      {o.words()}
    </Label>
  ),
  'notification-banner': o => (
    <NotificationBanner
      {...common(o)}
      type={oneOf(o.text('type'), ['success'])}
      title={o.words('title')}
      titleHeadingLevel={o.number('titleHeadingLevel') as 2}
      titleId={o.text('titleId')}
      role={o.text('role') as 'alert'}
      disableAutoFocus={o.flag('disableAutoFocus')}
    >
      {o.words()}
    </NotificationBanner>
  ),
  pagination: o => {
    const arrow = (p: Reader) => ({
      href: p.text('href') ?? '',
      text: p.words(),
      labelText: p.text('labelText'),
      attributes: p.attributes(),
    })
    return (
      <Pagination
        {...common(o)}
        landmarkLabel={o.text('landmarkLabel')}
        previous={o.part('previous', arrow)}
        next={o.part('next', arrow)}
        items={o.list('items', p =>
          p.unread.size === 0
            ? unsupported('an item that is empty')
            : p.flag('ellipsis')
              ? { ellipsis: true as const }
              : {
                  number: p.text('number') ?? '',
                  href: p.text('href') ?? '',
                  current: p.flag('current'),
                  visuallyHiddenText: p.text('visuallyHiddenText'),
                },
        )}
      />
    )
  },
  panel: o => (
    <Panel {...confirmation(o)} title={o.words('title')} headingLevel={o.number('headingLevel') as 1}>
      {o.words()}
    </Panel>
  ),
  'password-input': o => (
    <PasswordInput
      {...field(o)}
      value={o.text('value')}
      autocomplete={o.text('autocomplete') as 'new-password' | undefined}
    />
  ),
  radios: o => (
    <Radios
      {...fieldGroup(o)}
      name={need(o.text('name'), 'name')}
      idPrefix={o.text('idPrefix')}
      value={o.text('value')}
      items={o.sparseList('items', choice)}
    />
  ),
  select: o => (
    <Select
      {...field(o)}
      value={o.text('value')}
      items={
        o.list('items', p => ({
          text: p.text('text') ?? '',
          value: p.take('value') === undefined ? undefined : String(p.take('value')),
          selected: p.flag('selected'),
          disabled: p.flag('disabled'),
          attributes: p.attributes(),
        })) ?? []
      }
    />
  ),
  'service-navigation': o => {
    const end = o.part('slots', p => {
      const slot = p.take('end')
      if (typeof slot === 'string') return { end: asJsx(slot) }
      return readAll(slot as Options, s => ({ end: s.words(), endAlign: s.text('align') as 'inline' | undefined }))
    })
    return (
      <ServiceNavigation
        {...common(o)}
        {...end}
        serviceName={o.text('serviceName')}
        serviceUrl={o.text('serviceUrl')}
        navigation={o.list('navigation', p => ({
          text: p.words(),
          href: p.text('href'),
          current: p.flag('current'),
          active: p.flag('active'),
        }))}
        ariaLabel={o.text('ariaLabel')}
        menuButtonText={o.text('menuButtonText')}
        menuButtonLabel={o.text('menuButtonLabel')}
        navigationLabel={o.text('navigationLabel')}
        navigationClasses={o.text('navigationClasses')}
        navigationId={o.text('navigationId')}
        collapseNavigationOnMobile={o.flag('collapseNavigationOnMobile')}
      />
    )
  },
  'skip-link': o => (
    <SkipLink {...common(o)} href={o.text('href') ?? '#content'}>
      {o.words()}
    </SkipLink>
  ),
  'summary-list': o => (
    <SummaryList
      {...common(o)}
      card={o.part('card', p => ({
        ...common(p),
        ...p.part('title', t => ({ title: t.words(), headingLevel: t.number('headingLevel') as 2 })),
        actions: p.part('actions', actions),
      }))}
      rows={need(
        o.list('rows', p => ({
          classes: p.text('classes'),
          key: p.part('key', words),
          value: p.part('value', words),
          actions: p.part('actions', actions),
        })),
        'rows',
      )}
    />
  ),
  table,
  tag: o => <Tag {...common(o)}>{o.words()}</Tag>,
  textarea: o => (
    <Textarea
      {...field(o)}
      value={o.text('value')}
      rows={o.number('rows')}
      autocomplete={o.text('autocomplete')}
      spellcheck={o.flag('spellcheck')}
    />
  ),
  'warning-text': o => (
    <WarningText {...common(o)} iconFallbackText={o.text('iconFallbackText')}>
      {o.words()}
    </WarningText>
  ),
}

/** GOV.UK's footer without what only its own services may carry. */
function withoutCrown(parts: unknown[]): unknown[] {
  const theirs = /govuk-footer__(crown|licence-logo|licence-description|copyright-logo)/
  return parts
    .filter(part => !(Array.isArray(part) && (part[1] as string[]).some(attribute => theirs.test(attribute))))
    .map(part => (Array.isArray(part) ? [part[0], part[1], withoutCrown(part[2] as unknown[])] : part))
    .filter(
      part =>
        !(Array.isArray(part) && String(part[1]) === 'class=govuk-footer__meta-item' && (part[2] as []).length === 0),
    )
}

/** The fixture rendered by our component, or null when it asks for an option that ours does not have. */
function attempt(make: Make, fixture: Fixture): string | null {
  try {
    return render(readAll(fixture.options, make) as VNode)
  } catch (error) {
    if (error instanceof Unsupported) return null
    throw error
  }
}

for (const [name, make] of Object.entries(makers)) {
  const fixtures = fixturesOf(name)
  const held = fixtures.flatMap(fixture => {
    const html = attempt(make, fixture)
    return html === null ? [] : [{ fixture, html }]
  })
  describe(`${name}, held to ${held.length} of ${fixtures.length} fixtures`, () => {
    test('is held to at least four in ten of them', () => {
      expect(held.length).toBeGreaterThanOrEqual(fixtures.length * 0.4)
    })
    for (const { fixture, html } of held) {
      test(`renders "${fixture.name}" as GOV.UK does`, () => {
        const expected = shape(fixture.html)
        expect(shape(html)).toEqual(name === 'footer' ? withoutCrown(expected) : expected)
      })
    }
  })
}

test('every component that has a GOV.UK twin is held to its fixtures', () => {
  const files = fs.readdirSync(new URL('./components', import.meta.url)).map(file => path.parse(file).name)
  const twins = files.filter(file => fs.existsSync(`${root}/components/${file}/fixtures.json`))
  expect(twins.sort()).toEqual(Object.keys(makers).sort())
})

test('text is always escaped', () => {
  const places: ((words: string) => VNode)[] = [
    s => <Tag>{s}</Tag>,
    s => <Input name="a" label={s} hint={s} errorMessage={s} value={s} />,
    s => <Textarea name="a" label={s} value={s} />,
    s => <Table caption={s} columns={[{ head: s, cell: (row: string) => row }]} rows={[s]} />,
    s => <SummaryList rows={[{ key: s, value: s, actions: [{ href: s, text: s, visuallyHiddenText: s }] }]} />,
    s => <ErrorSummary errorList={[{ text: s, href: `#${s}` }]} />,
  ]
  const bare = places.map(place => countElements(render(place('x'))))
  const hostile = fc.oneof(fc.string(), fc.constantFrom('<b>', '</textarea><i>', '" onx="', '&lt;', "'><a>", '<!--'))
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), parts => {
      const words = `x${parts.join('')}`
      expect(places.map(place => countElements(render(place(words))))).toEqual(bare)
    }),
  )
})

/** How many elements and attributes there are: words that broke out would add one. */
function countElements(html: string): number {
  const count = (node: Node): number =>
    'tagName' in node ? 1 + node.attrs.length + node.childNodes.reduce((sum, child) => sum + count(child), 0) : 0
  return parseFragment(html).childNodes.reduce((sum, child) => sum + count(child), 0)
}
