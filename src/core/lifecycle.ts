/** Lifecycle tables: the states of a thing, what can be done in each, and where that leads. */

/** What can be done to a thing, whatever its state. */
export interface Act<Who extends string = string> {
  /** The permission that it takes, or who else does it. */
  readonly by: Who
  /** The kind of ledger entry that says so in a sentence; null where nothing is recorded. */
  readonly entry: string | null
}

/** Acts by name, and for each state what can be done in it and the state that it leads to. */
export interface Lifecycle<Who extends string = string> {
  readonly acts: Readonly<Record<string, Act<Who>>>
  /** The state in which a thing begins. */
  readonly begins: string
  readonly states: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type StateOf<L extends Lifecycle> = keyof L['states'] & string
export type ActOf<L extends Lifecycle> = keyof L['acts'] & string

/** The state that an act leads to; null where it cannot be done in the state. */
export function next<L extends Lifecycle>(
  { states }: L,
  state: StateOf<NoInfer<L>>,
  act: ActOf<NoInfer<L>>,
): StateOf<L> | null {
  const row = Object.hasOwn(states, state) ? states[state] : undefined
  return row && Object.hasOwn(row, act) ? (row[act] as StateOf<L>) : null
}

/** Whether an act can be done in a state. */
export const allows = <L extends Lifecycle>(
  lifecycle: L,
  state: StateOf<NoInfer<L>>,
  act: ActOf<NoInfer<L>>,
): boolean => next(lifecycle, state, act) !== null

/** The states in which an act can be done. */
export const statesBefore = <L extends Lifecycle>(lifecycle: L, act: ActOf<L>): readonly StateOf<L>[] =>
  Object.keys(lifecycle.states).filter(state => allows(lifecycle, state, act)) as StateOf<L>[]

/** Every way in which a table contradicts itself, in words: an act or a state that it does not have. */
export function faultsOf({ acts, begins, states }: Lifecycle): readonly string[] {
  const moves = Object.entries(states).flatMap(([from, row]) =>
    Object.entries(row).map(([act, to]) => ({ from, act, to })),
  )
  const reached = new Set([begins, ...moves.map(({ to }) => to)])
  return [
    ...(Object.hasOwn(states, begins) ? [] : [`begins in ${begins}, which is no state`]),
    ...moves.filter(({ act }) => !Object.hasOwn(acts, act)).map(({ from, act }) => `${from}: ${act} is no act`),
    ...moves
      .filter(({ to }) => !Object.hasOwn(states, to))
      .map(({ from, act, to }) => `${from}: ${act} leads to ${to}, no state`),
    ...Object.keys(acts)
      .filter(act => !moves.some(move => move.act === act))
      .map(act => `${act} can be done in no state`),
    ...Object.keys(states)
      .filter(state => !reached.has(state))
      .map(state => `${state} is never reached`),
  ]
}
