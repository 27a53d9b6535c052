/** Words that help to see where the name of a body begins and ends. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words that may have a capital letter only because they begin a sentence or a phrase: no part of a name. */
export const noName = words(`
  a about after again all also although among an and another any are as at be because been before between both but by
  can consider could despite did do does during each either ensure every following for from further given had has have
  he her his how however i if in including into is it its last many may might my more most must neither no nor not now of
  on once one or our over per several shall she should since so some staff such than that the their them then there
  therefore these they this those through throughout to together two three four under until up upon use using via was
  we were what when where whether which while who whose why will with within without would you your managers officers
  practitioners professionals similarly additionally finally currently furthermore moreover working agreed
  representatives recommendation recommendations action actions response responses update progress lead owner partner
  partners
`)

/** A name may run on over these when a word with a capital letter follows. */
export const connectors = words('of for and & upon the')

/**
 * Head words that make a body's name only as its last word: "Hill Medical Practice" is one, "Practice Review" is none.
 */
export const onlyLast = words(`
  practice office unit service school college hospital mind aid force agency home homes team group forum hub network
  executive association foundation society refuge court nursery federation university health nhs company department
  authority church education housing probation borough prison pharmacy government academy commission centre care
  alliance lifeline project helpline hostel foodbank bureau institute clinic directorate ltd limited cic plc
`)

/** Words of papers and of what bodies do, which stand before "of" and the body whose they are. */
export const paperHeads = words('answer answers reply replies report statement summary minutes meeting decision')

/** Words of people's posts, which stand before "of" and the body that they serve. */
export const roleHeads = words(`
  director directors head heads chair chief deputy assistant executive lead leader member cabinet manager designated
  named doctor nurse professional officer constable interim associate strategic operational clinical service commander
  superintendent inspector leaders directorate clerk governor secretary principal
`)
