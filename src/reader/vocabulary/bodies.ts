/**
 * Words by which a body is known for one. Sources: the glossary and roles of the field (Working Together 2018 and 2023
 * on safeguarding
 * partners and relevant agencies; Care Act 2014 on Safeguarding Adults Boards; Section 11 duty bearers) and general
 * English.
 */
import { pattern } from './pattern.ts'

/** What kind of body a name belongs to; used to tie "the Force" or "the Trust" to a name of that kind. */
export type BodyKind =
  | 'board'
  | 'trust'
  | 'police'
  | 'council'
  | 'health'
  | 'education'
  | 'probation'
  | 'housing'
  | 'fire'
  | 'government'
  | 'voluntary'
  | 'services'
  | 'group'

/**
 * The last word of a body's name, by the kind of body that it makes of it. Matched without regard to case or plural.
 */
export const headWords: Readonly<Record<string, BodyKind>> = {
  board: 'board',
  partnership: 'board',
  trust: 'trust',
  hospital: 'trust',
  infirmary: 'trust',
  constabulary: 'police',
  police: 'police',
  force: 'police',
  council: 'council',
  borough: 'council',
  authority: 'council',
  surgery: 'health',
  practice: 'health',
  hospice: 'health',
  healthcare: 'health',
  nhs: 'health',
  gps: 'health',
  camhs: 'health',
  pharmacy: 'health',
  academy: 'education',
  school: 'education',
  college: 'education',
  university: 'education',
  nursery: 'education',
  federation: 'education',
  probation: 'probation',
  prison: 'probation',
  housing: 'housing',
  homes: 'housing',
  homecare: 'services',
  care: 'services',
  association: 'housing',
  landlord: 'housing',
  office: 'government',
  department: 'government',
  ministry: 'government',
  commissioner: 'government',
  commission: 'government',
  inspectorate: 'government',
  ofsted: 'government',
  hmicfrs: 'government',
  cafcass: 'government',
  government: 'government',
  agency: 'government',
  court: 'government',
  charity: 'voluntary',
  foundation: 'voluntary',
  refuge: 'voluntary',
  society: 'voluntary',
  diocese: 'voluntary',
  church: 'voluntary',
  lifeline: 'voluntary',
  trustees: 'voluntary',
  centre: 'services',
  collaborative: 'services',
  alliance: 'services',
  consortium: 'services',
  aid: 'voluntary',
  service: 'services',
  company: 'probation',
  committee: 'group',
  panel: 'group',
  subgroup: 'group',
  'sub-group': 'group',
  'sub-committee': 'group',
  group: 'group',
  forum: 'services',
  executive: 'group',
  hub: 'group',
  unit: 'group',
  team: 'group',
  network: 'services',
}

/** Names that are bodies as they stand, whatever their last word. */
export const wholeNames: readonly (readonly [name: string, kind: BodyKind])[] = [
  ["Children's Services", 'services'],
  ["Children's Social Care", 'services'],
  ["Children and Families' Services", 'services'],
  ["Children's and Families' Services", 'services'],
  ["Adults' Social Care", 'services'],
  ['Adult Social Care', 'services'],
  ['Adult Services', 'services'],
  ["Adults' Services", 'services'],
  ['Social Care', 'services'],
  ['Social Services', 'services'],
  ['Early Help', 'services'],
  ['Early Years', 'education'],
  ['Education and Early Years', 'education'],
  ['Education and Inclusion', 'education'],
  ['Education', 'education'],
  ['Public Health', 'health'],
  ['Public Health England', 'government'],
  ['UK Health Security Agency', 'government'],
  ['Primary Care', 'health'],
  ['General Practice', 'health'],
  ['Health Visiting', 'health'],
  ['School Nursing', 'health'],
  ['Midwifery', 'health'],
  ['Maternity', 'health'],
  ['Health', 'health'],
  ['Police', 'police'],
  ['Probation', 'probation'],
  ['Housing', 'housing'],
  ['Youth Justice', 'probation'],
  ['Youth Offending', 'probation'],
  ['NHS England', 'health'],
  ['NHS Improvement', 'health'],
  ['Clinical Commissioning', 'health'],
  ["Women's Aid", 'voluntary'],
  ["Barnardo's", 'voluntary'],
  ['Citizens Advice', 'voluntary'],
  ['NSPCC', 'voluntary'],
  ['Mencap', 'voluntary'],
  ['Mind', 'voluntary'],
  ['Refuge', 'voluntary'],
  ['Shelter', 'voluntary'],
  ['Relate', 'voluntary'],
  ['Healthwatch', 'voluntary'],
  ['Carers UK', 'voluntary'],
  ['Samaritans', 'voluntary'],
  ['Age UK', 'voluntary'],
  ['Victim Support', 'voluntary'],
  ['Home-Start', 'voluntary'],
  ['Crown Prosecution Service', 'government'],
  ['Ofsted', 'government'],
  ['Care Quality Commission', 'government'],
  ['Welsh Government', 'government'],
  ['Legal Services', 'services'],
  ['Trading Standards', 'services'],
  ['Licensing', 'services'],
  ['Community Safety', 'services'],
]

/** Full names of kinds of body that are known by an abbreviation throughout the field. */
export const abbreviations: Readonly<Record<string, string>> = {
  ICB: 'Integrated Care Board',
  CCG: 'Clinical Commissioning Group',
  PCT: 'Primary Care Trust',
  LSCB: 'Local Safeguarding Children Board',
  LSCP: 'Local Safeguarding Children Partnership',
  SCP: 'Safeguarding Children Partnership',
  SCB: 'Safeguarding Children Board',
  SAB: 'Safeguarding Adults Board',
  CSP: 'Community Safety Partnership',
  DfE: 'Department for Education',
  DHSC: 'Department of Health and Social Care',
  MoJ: 'Ministry of Justice',
  CPS: 'Crown Prosecution Service',
  CQC: 'Care Quality Commission',
  NPS: 'National Probation Service',
  CRC: 'Community Rehabilitation Company',
  PHE: 'Public Health England',
  UKHSA: 'UK Health Security Agency',
  CSC: "Children's Social Care",
  ASC: 'Adult Social Care',
  YOT: 'Youth Offending Team',
  YJS: 'Youth Justice Service',
  OPCC: 'Office of the Police and Crime Commissioner',
  PCC: 'Police and Crime Commissioner',
  NHSE: 'NHS England',
  FRS: 'Fire and Rescue Service',
  MASH: 'Multi-Agency Safeguarding Hub',
  EHC: 'Education, Health and Care',
  HMPPS: 'HM Prison and Probation Service',
}

/** Pairs that stand inside one name, so that "and" between them parts no two names. */
export const joinedByAnd: readonly string[] = [
  'Fire and Rescue',
  'Police and Crime',
  'Health and Care',
  'Health and Social',
  'Health and Wellbeing',
  'Health and Justice',
  'Health and Safety',
  'Health and Community',
  'Care and Support',
  'Care and Health',
  'Children and Families',
  'Children and Family',
  'Children and Young',
  'Children and Adults',
  'Adults and Children',
  'Education and Early',
  'Education and Inclusion',
  'Education and Skills',
  'Prison and Probation',
  'Drug and Alcohol',
  'Drugs and Alcohol',
  'Learning and Improvement',
  'Learning and Development',
  'Learning and Inquiry',
  'Policy and Practice',
  'Policies and Procedures',
  'Policy and Procedures',
  'Performance and Quality',
  'Quality and Performance',
  'Quality and Assurance',
  'Housing and Communities',
  'Royal and',
  'Domestic and Sexual',
  'Victims and Witnesses',
  'Data and Performance',
  'Women and Girls',
  'Missing and Exploited',
  'Immigration and Asylum',
  'Probation and Prison',
]

/** Words that name all or some of the bodies at once. "Agencies" in front of "should" is such a group. */
export const groupWords = pattern('i')`
    ^(?:(?:all|both|every|each|its|the|their|our|relevant|statutory|other|multi-agency|member|key|local|
    commissioned|provider|participating|appropriate|constituent|partner|partnership|safeguarding|health|education|
    voluntary|the two|the three|any) )*(?:partner agenc(?:y|ies)|agenc(?:y|ies)|partners?(?: organisations?)?|
    organisations?|services|providers?|professionals|bodies|schools(?: and colleges)?|colleges|gps?|gp practices|
    practices|settings|trusts?|employers|commissioners|members|local authorit(?:y|ies)|hospitals|academies|
    nurseries|landlords|employers|boards|subgroups)\b
  `
