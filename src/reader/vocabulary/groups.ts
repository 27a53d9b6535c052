/** Words for several bodies at once. */
import { pattern } from './pattern.ts'

/** Words that name all or some of the bodies at once. "Agencies" in front of "should" is such a group. */
export const groupWords = pattern('i')`
    ^(?:(?:all|both|every|each|its|the|their|our|relevant|statutory|other|multi-agency|member|key|local|
    commissioned|provider|participating|appropriate|constituent|partner|partnership|safeguarding|health|education|
    voluntary|care|home|residential|nursing|housing|domiciliary|independent|private|primary|secondary|special|hospital|
    community|the two|the three|any) )*(?:partner agenc(?:y|ies)|agenc(?:y|ies)|partners?(?: organisations?)?|
    organisations?|services|providers?|professionals|bodies|schools(?: and colleges)?|colleges|gps?|gp practices|
    practices|settings|trusts?|employers|commissioners|members|local authorit(?:y|ies)|hospitals|homes|academies|
    nurseries|landlords|employers|boards|subgroups)\b
  `
