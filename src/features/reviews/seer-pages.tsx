/** Who may see a review, in words, with the ways to change it. */
import { Heading, Link, List, Paragraph, SummaryList } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Exclusion, PanelMember } from './people-queries.ts'
import type { Release } from './release-queries.ts'
import type { Review } from './reviews.ts'

/** Who may see a review, as far as the reader may know of it. */
export interface Seers {
  readonly panel: readonly PanelMember[]
  readonly exclusions: readonly Exclusion[]
  readonly releases: readonly Release[]
}

interface Props {
  readonly review: Review
  readonly seers: Seers
  readonly mayChange: boolean
}

/** What a standing means, in a sentence. */
const standingMeans = {
  restricted:
    'Restricted: the people on its panel and the partnership support team see it, less anyone who is excluded. Nobody else can tell that it exists.',
  released:
    'Released: the agencies that it is released to, the chair and the subgroup members see it as well, less anyone who is excluded.',
} as const

const named = (names: readonly { readonly name: string }[], none: string) =>
  names.length === 0 ? none : <List type="plain" items={names.map(({ name }) => name)} />

/** The panel, the agencies and the exclusions; whoever may not change them is told the standing alone. */
export function WhoMaySee({ review, seers, mayChange }: Props) {
  const { id, standing } = review
  const change = (href: string, what: string) => ({
    actions: [{ href, text: 'Change', visuallyHiddenText: what }],
  })
  return (
    <section aria-labelledby="seers">
      <Heading level={2} id="seers">
        Who may see it
      </Heading>
      <Paragraph>{standingMeans[standing]}</Paragraph>
      {mayChange && (
        <SummaryList
          rows={[
            {
              key: 'Panel',
              value: named(seers.panel, 'Nobody is on its panel'),
              ...change(urls.reviewPanel(id), 'the panel'),
            },
            {
              key: 'Released to',
              value: named(seers.releases, 'No agency'),
              ...change(urls.reviewRelease(id), 'the release'),
            },
            {
              key: 'Excluded',
              value: named(seers.exclusions, 'Nobody'),
              ...change(urls.reviewExclusions(id), 'the exclusions'),
            },
          ]}
        />
      )}
      {!mayChange && seers.releases.length > 0 && (
        <Paragraph>
          Released to: {seers.releases.map(({ name }) => name).join(', ')}. The support team of the board keeps this,
          and knows who else may see it. <Link href={urls.help()}>How restriction works</Link>
        </Paragraph>
      )}
    </section>
  )
}
