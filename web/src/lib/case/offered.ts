import type { OfferedAct } from '#lib/api.types.ts'

/** How many acts a page offers side by side. */
export const shownAtOnce = 6

/** What a conversation with the person is recorded by. */
export const heldInConversation: readonly string[] = [
  'person.inform',
  'consent.record',
  'consent.refuse',
  'reflection.offer'
]

/** Shelter for tonight stands by itself wherever it is open: nobody in danger is looked for in a list. */
export const shelterTonight = 'danger.immediate'

const isExpected = ({ enabled, unusual }: OfferedAct) => enabled && unusual === undefined

/** Of a measure against the person: a page folds it under one name, and leaves to the palette what has no object. */
export const coercionOf = (act: OfferedAct) => ('coerces' in act ? act.coerces : undefined)

/**
 * Of the acts of a case, those that its page draws or needs: the first, those that lift what closes another, those that send a
 * request or hold a conversation, and all that is no ordinary open act. `further`: how many are found in the palette instead.
 */
export const offeredAtOnce = <A extends OfferedAct & { lifts?: string }>(
  actions: readonly A[],
  nextStep: string | null
): { actions: A[]; further: number } => {
  const open = actions.filter(
    (act) => isExpected(act) && act.command !== nextStep && coercionOf(act) === undefined
  )
  const beyond = open.slice(shownAtOnce)
  // Where acts are many, measures are found with the others that do not stand on the page.
  const measures = actions.filter(
    (act) => isExpected(act) && (coercionOf(act) === 'idle' || (beyond.length > 0 && coercionOf(act)))
  )
  const lifting = new Set(actions.map(({ lifts }) => lifts))
  const needed = ({ command, refers }: A) =>
    lifting.has(command) ||
    command === shelterTonight ||
    heldInConversation.includes(command) ||
    refers !== undefined
  const left = new Set([...beyond.filter((act) => !needed(act)), ...measures])
  return { actions: actions.filter((act) => !left.has(act)), further: beyond.length + measures.length }
}
