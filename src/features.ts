/** The features, in order: each may import only the index of those above it. */
import type { Table } from './access/deeds.ts'
import type { Feature } from './app.ts'
import {
  sentences as accountSentences,
  feature as accounts,
  lifecycles as accountTables,
  findPerson,
  isEmpty,
  noteExport,
  noteRefusal,
  sealSecondFactors,
} from './features/accounts/index.ts'
import {
  sentences as importSentences,
  feature as imports,
  lifecycles as importTables,
} from './features/imports/index.ts'
import { feature as overview } from './features/overview/index.ts'
import {
  feature as partnership,
  sentences as partnershipSentences,
  lifecycles as partnershipTables,
} from './features/partnership/index.ts'
import {
  sentences as providerSentences,
  feature as providers,
  lifecycles as providerTables,
} from './features/providers/index.ts'
import {
  sentences as recommendationSentences,
  feature as recommendations,
  lifecycles as recommendationTables,
} from './features/recommendations/index.ts'
import {
  catchUp,
  exportRecords,
  sentences as reviewSentences,
  feature as reviews,
  lifecycles as reviewTables,
} from './features/reviews/index.ts'
import { tell } from './ledger/sentences.ts'

export { catchUp, exportRecords, findPerson, isEmpty, noteExport, noteRefusal, sealSecondFactors }
export const features: readonly Feature[] = [
  accounts,
  partnership,
  providers,
  reviews,
  recommendations,
  imports,
  overview,
]

// A page shows the History of a thing whose entries later features record as well, so the sentences meet here.
for (const sentences of [
  accountSentences,
  partnershipSentences,
  providerSentences,
  reviewSentences,
  recommendationSentences,
  importSentences,
])
  tell(sentences)

/** The lifecycle tables of every feature, by the feature and the thing. */
export const lifecycles: readonly { readonly feature: string; readonly thing: string; readonly table: Table }[] =
  Object.entries({
    accounts: accountTables,
    partnership: partnershipTables,
    providers: providerTables,
    reviews: reviewTables,
    recommendations: recommendationTables,
    imports: importTables,
  }).flatMap(([feature, tables]) =>
    Object.entries(tables)
      .filter((pair): pair is [string, Table] => typeof pair[1] === 'object')
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([thing, table]) => ({ feature, thing, table })),
  )
