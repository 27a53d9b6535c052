/** Every path, as a function: the only way that anything links to anything. */

const withInvitation = (path: string, invitation: string | null) =>
  invitation ? `${path}?invitation=${encodeURIComponent(invitation)}` : path

const onBoard = (path: string, board: string | null) => (board ? `${path}?board=${board}` : path)

type RegisterThing = 'part' | 'addressee' | 'statement' | 'finding'

export const urls = {
  home: () => '/',
  help: () => '/help',
  cookies: () => '/cookies',
  accessibility: () => '/accessibility',
  /** With the invitation that the person came from, to go back to. */
  signIn: (invitation: string | null = null) => withInvitation('/sign-in', invitation),
  signInCode: (invitation: string | null = null) => withInvitation('/sign-in/code', invitation),
  /** Where a browser asks what to have signed by a passkey, and sends it. */
  signInPasskey: (invitation: string | null = null) => withInvitation('/sign-in/passkey', invitation),
  signInPasskeyChallenge: () => '/sign-in/passkey/challenge',
  signInCodePasskey: (invitation: string | null = null) => withInvitation('/sign-in/code/passkey', invitation),
  signInCodePasskeyChallenge: () => '/sign-in/code/passkey/challenge',
  signOut: () => '/sign-out',
  /** Where a sign-in with the organisation's account begins and comes back; with the invitation to go back to. */
  signInWith: (provider: string, invitation: string | null = null) =>
    withInvitation(`/sign-in/with/${provider}`, invitation),
  signInReturn: (provider: string) => `/sign-in/with/${provider}/return`,
  /** What a stranger who came through a provider may ask. */
  accessRequest: (token: string) => `/sign-in/access/${token}`,
  forgottenPassword: () => '/forgotten-password',
  recoverySent: () => '/forgotten-password/sent',
  newPassword: (token: string) => `/new-password/${token}`,
  firstRun: () => '/first-run',
  invitation: (token: string) => `/invitations/${token}`,
  invitationAcceptance: (token: string) => `/invitations/${token}/acceptance`,
  invitationAcceptanceWith: (token: string, provider: string) => `/invitations/${token}/acceptance/with/${provider}`,
  account: () => '/account',
  /** Where somebody shows again who they are; with the page to go on to. */
  proof: (to: string | null = null) => (to ? `/account/proof?to=${encodeURIComponent(to)}` : '/account/proof'),
  proofWith: (provider: string, to: string | null = null) =>
    to ? `/account/proof/with/${provider}?to=${encodeURIComponent(to)}` : `/account/proof/with/${provider}`,
  providerLinks: () => '/account/providers',
  newProviderLink: (provider: string) => `/account/providers/${provider}/link`,
  providerLinkEnding: (id: string) => `/account/providers/links/${id}/ending`,
  proofPasskey: (to: string | null = null) =>
    to ? `/account/proof/passkey?to=${encodeURIComponent(to)}` : '/account/proof/passkey',
  proofPasskeyChallenge: () => '/account/proof/passkey/challenge',
  accountPassword: () => '/account/password',
  /** With the invitation that the person came from, to go back to. */
  secondFactor: (invitation: string | null = null) => withInvitation('/account/second-factor', invitation),
  secondFactorCode: (invitation: string | null = null) => withInvitation('/account/second-factor/code', invitation),
  passkeys: () => '/account/passkeys',
  /** With the invitation that the person came from, to go back to. */
  newPasskey: (invitation: string | null = null) => withInvitation('/account/passkeys/new', invitation),
  newPasskeyChallenge: () => '/account/passkeys/new/challenge',
  passkey: (id: string) => `/account/passkeys/${id}`,
  passkeyRemoval: (id: string) => `/account/passkeys/${id}/removal`,
  sessions: () => '/account/sessions',
  otherSessionsEnding: () => '/account/sessions/others/ending',
  sessionEnding: (id: string) => `/account/sessions/${id}/ending`,
  board: (slug: string) => `/boards/${slug}`,
  settings: (slug: string) => `/boards/${slug}/settings`,
  boardExport: (slug: string) => `/boards/${slug}/export`,
  people: (slug: string) => `/boards/${slug}/people`,
  person: (slug: string, id: string) => `/boards/${slug}/people/${id}`,
  posts: (slug: string, person: string) => `/boards/${slug}/people/${person}/posts`,
  postEnding: (slug: string, person: string, id: string) => `/boards/${slug}/people/${person}/posts/${id}/ending`,
  leaving: (slug: string, person: string) => `/boards/${slug}/people/${person}/leaving`,
  handover: (slug: string, person: string) => `/boards/${slug}/people/${person}/handover`,
  invitations: (slug: string) => `/boards/${slug}/people/invitations`,
  newInvitation: (slug: string) => `/boards/${slug}/people/invitations/new`,
  invitationLetter: (slug: string, id: string) => `/boards/${slug}/people/invitations/${id}/letter`,
  invitationLink: (slug: string, id: string) => `/boards/${slug}/people/invitations/${id}/link`,
  invitationWithdrawal: (slug: string, id: string) => `/boards/${slug}/people/invitations/${id}/withdrawal`,
  accessRequests: (slug: string) => `/boards/${slug}/people/requests`,
  accessRequestOf: (slug: string, id: string) => `/boards/${slug}/people/requests/${id}`,
  accessRequestRefusal: (slug: string, id: string) => `/boards/${slug}/people/requests/${id}/refusal`,
  accessRules: (slug: string) => `/boards/${slug}/settings/rules`,
  accessRuleEnding: (slug: string, id: string) => `/boards/${slug}/settings/rules/${id}/ending`,
  agencies: (slug: string) => `/boards/${slug}/agencies`,
  newAgency: (slug: string) => `/boards/${slug}/agencies/new`,
  agencyRemoval: (slug: string, id: string) => `/boards/${slug}/agencies/${id}/removal`,
  groups: (slug: string) => `/boards/${slug}/groups`,
  newGroup: (slug: string) => `/boards/${slug}/groups/new`,
  reviews: (slug: string) => `/boards/${slug}/reviews`,
  newReview: (slug: string) => `/boards/${slug}/reviews/new`,
  /** The register; with a query such as "?show=statements&due=overdue". */
  register: (slug: string, query = '') => `/boards/${slug}/recommendations${query}`,
  registerFile: (slug: string, kind: 'csv' | 'xlsx' | ':kind', query = '') =>
    `/boards/${slug}/recommendations/files/${kind}${query}`,
  imports: (slug: string) => `/boards/${slug}/imports`,
  newImport: (slug: string) => `/boards/${slug}/imports/new`,
  /** The editions of guidance that documents of the board rely on and that have moved on. */
  guidance: (slug: string) => `/boards/${slug}/guidance`,
  boardHistory: (slug: string) => `/boards/${slug}/history`,
  /** An agency; with a board's slug, as that board knows it. */
  agency: (id: string, board: string | null = null) => onBoard(`/agencies/${id}`, board),
  agencyName: (id: string, board: string | null = null) => onBoard(`/agencies/${id}/name`, board),
  agencyAliases: (id: string, board: string | null = null) => onBoard(`/agencies/${id}/aliases`, board),
  agencyAliasRemoval: (id: string, alias: string, board: string | null = null) =>
    onBoard(`/agencies/${id}/aliases/${alias}/removal`, board),
  agencySuccessors: (id: string, board: string | null = null) => onBoard(`/agencies/${id}/successors`, board),
  agencySuccessorWithdrawal: (id: string, succession: string, board: string | null = null) =>
    onBoard(`/agencies/${id}/successors/${succession}/withdrawal`, board),
  /**
   * What an agency was asked and what it said, on every board that the reader may see; with a query such as
   * "?show=silent".
   */
  agencyRegister: (id: string, query = '') => `/agencies/${id}/register${query}`,
  group: (id: string) => `/groups/${id}`,
  groupEnding: (id: string) => `/groups/${id}/ending`,
  groupAliases: (id: string) => `/groups/${id}/aliases`,
  groupAliasRemoval: (id: string, alias: string) => `/groups/${id}/aliases/${alias}/removal`,
  review: (id: string) => `/reviews/${id}`,
  reviewDocuments: (id: string) => `/reviews/${id}/documents`,
  reviewCorrections: (id: string) => `/reviews/${id}/corrections`,
  reviewPanel: (id: string) => `/reviews/${id}/panel`,
  reviewPanelLeaving: (id: string, person: string) => `/reviews/${id}/panel/${person}/leaving`,
  reviewExclusions: (id: string) => `/reviews/${id}/exclusions`,
  reviewExclusionLifting: (id: string, person: string) => `/reviews/${id}/exclusions/${person}/lifting`,
  /** The legal holds that stand on a board's reviews. */
  legalHolds: (slug: string) => `/boards/${slug}/legal-holds`,
  reviewLegalHolds: (id: string) => `/reviews/${id}/legal-holds`,
  legalHold: (review: string, id: string) => `/reviews/${review}/legal-holds/${id}`,
  legalHoldKeeping: (review: string, id: string) => `/reviews/${review}/legal-holds/${id}/keeping`,
  legalHoldLifting: (review: string, id: string) => `/reviews/${review}/legal-holds/${id}/lifting`,
  legalHoldAgreement: (review: string, id: string) => `/reviews/${review}/legal-holds/${id}/agreement`,
  legalHoldRefusal: (review: string, id: string) => `/reviews/${review}/legal-holds/${id}/refusal`,
  reviewRelease: (id: string) => `/reviews/${id}/release`,
  reviewReleaseEnding: (id: string) => `/reviews/${id}/release/ending`,
  reviewRecommendations: (id: string) => `/reviews/${id}/recommendations`,
  newRecommendation: (id: string) => `/reviews/${id}/recommendations/new`,
  citations: (review: string) => `/reviews/${review}/citations`,
  newCitation: (review: string) => `/reviews/${review}/citations/new`,
  reviewFindings: (review: string) => `/reviews/${review}/findings`,
  newReviewFinding: (review: string) => `/reviews/${review}/findings/new`,
  document: (id: string) => `/documents/${id}`,
  documentOriginal: (id: string) => `/documents/${id}/original`,
  /** The text of a document, with the words of a span marked and in sight. */
  documentWords: (id: string, span: readonly [number, number] | null = null) =>
    `/documents/${id}/words${span ? `?from=${span[0]}&to=${span[1]}#words` : ''}`,
  documentRedactions: (id: string) => `/documents/${id}/redactions`,
  redaction: (document: string, id: string) => `/documents/${document}/redactions/${id}`,
  redactionAgreement: (document: string, id: string) => `/documents/${document}/redactions/${id}/agreement`,
  redactionRefusal: (document: string, id: string) => `/documents/${document}/redactions/${id}/refusal`,
  findingDismissal: (id: string) => `/findings/${id}/dismissal`,
  import: (id: string) => `/imports/${id}`,
  importChanges: (id: string) => `/imports/${id}/changes`,
  importUndoing: (id: string) => `/imports/${id}/undoing`,
  importNames: (id: string) => `/imports/${id}/names`,
  importFindings: (id: string) => `/imports/${id}/findings`,
  importReview: (id: string) => `/imports/${id}/review`,
  importReviewChoice: (id: string) => `/imports/${id}/review/choice`,
  importComparison: (id: string) => `/imports/${id}/comparison`,
  importReading: (id: string) => `/imports/${id}/reading`,
  importSaving: (id: string) => `/imports/${id}/saving`,
  importDiscarding: (id: string) => `/imports/${id}/discarding`,
  recommendation: (id: string) => `/recommendations/${id}`,
  statement: (id: string) => `/statements/${id}`,
  /** What a recommendation consists of, added by hand. */
  newThing: (recommendation: string, kind: RegisterThing) => `/recommendations/${recommendation}/${kind}s/new`,
  things: (recommendation: string, kind: RegisterThing) => `/recommendations/${recommendation}/${kind}s`,
  thingCorrections: (kind: RegisterThing | 'recommendation' | 'citation', id: string) => `/${kind}s/${id}/corrections`,
  thingWithdrawal: (kind: RegisterThing | 'recommendation' | 'citation', id: string) => `/${kind}s/${id}/withdrawal`,
  statementMove: (id: string) => `/statements/${id}/recommendation`,
  thingReinstatement: (kind: RegisterThing | 'recommendation' | 'citation', id: string) =>
    `/${kind}s/${id}/reinstatement`,
  dismissals: (recommendation: string, query = '') => `/recommendations/${recommendation}/dismissals${query}`,
  findingRaising: (id: string) => `/findings/${id}/raising`,
  search: () => '/search',
  demo: () => '/demo',
  demoMail: () => '/demo/mail',
  demoSessions: () => '/demo/sessions',
  demoImports: () => '/demo/imports',
  demoDocument: (file: string) => `/demo/documents/${file}`,
} as const
