/** What was corrected about a thing: before, after, who, when and why. */
import { writeInstant } from '../../core/instants.ts'
import { Heading, List } from '../../design/index.ts'
import type { ShownCorrection } from './correction-queries.ts'
import { factNames, typeNames } from './reviews.ts'

interface Props {
  readonly corrections: readonly ShownCorrection[]
}

/** The corrections of a review's facts, the latest first; nothing when there are none. */
export const Corrections = ({ corrections }: Props) =>
  corrections.length === 0 ? null : (
    <section aria-labelledby="corrections">
      <Heading level={2} id="corrections">
        Corrections
      </Heading>
      <List spaced items={corrections.map(each => <Correction of={each} />)} />
    </section>
  )

const Correction = ({ of }: { readonly of: ShownCorrection }) => (
  <>
    {writeInstant(of.correctedAt)}, {of.personName ?? 'somebody'}: {factName(of.field)} was “{said(of, of.was)}” and is
    “{said(of, of.became)}”. Reason: {of.reason}
  </>
)

const factName = (field: string) =>
  Object.hasOwn(factNames, field) ? factNames[field as keyof typeof factNames] : field

const said = ({ field }: ShownCorrection, value: string | null) =>
  value === null
    ? 'not known'
    : field === 'type' && Object.hasOwn(typeNames, value)
      ? typeNames[value as keyof typeof typeNames]
      : value
