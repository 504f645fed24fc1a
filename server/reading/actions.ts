import { abilityFor, asCase } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { unrecorded } from '../../policies/habilitations.ts'
import type { Shown } from '../../policies/requirements/requirement.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { Lift } from '../views/actions.ts'
import type { ActionLine, ActionView } from '../views/schemas.ts'

/** Why this reader may not do now what its role may do; null when it may. Silent acts are those whose time is elsewhere. */
const standing = (
  type: CommandType,
  { acts, regimes, beside, close: closeness }: DisclosedCase,
  deciding: Shown['deciding']
): { shown: boolean; reason: Bilingual | null } => {
  const closed = acts.closed(type)
  if (closed) return closed
  return { shown: true, reason: acts.refused(type, { deciding, regimes, closeness, ...beside }) }
}

/** What refuses an act to this reader that another one of the same step opens; undefined for whoever never does it. */
export const refusedOnceOpen = (
  type: CommandType,
  told: DisclosedCase,
  deciding: Shown['deciding']
): Bilingual | null | undefined => {
  const { acts, regimes, beside, close: closeness } = told
  return mayDo(told)(type) ? acts.refused(type, { deciding, regimes, closeness, ...beside }) : undefined
}

const furtherVoice: Bilingual = {
  fr: 'Donner un avis de plus sur les motifs',
  en: 'Give a further opinion on the grounds'
}

/** Where a first voice stands already, another is not the first. */
const labelOf = (type: CommandType, { facts }: DisclosedCase): Bilingual =>
  type === 'grounds.propose' && facts.proposal ? furtherVoice : commandRow(type).label

const offered = commandTypes.filter((type) => commandRow(type).offered)

/** What a role may do in a capacity, whoever has it: asked of the policy once, as asking of each act took a quarter of a reading. */
const granted = new Map<string, ReadonlySet<CommandType>>()

const grantedTo = (actor: Actor, capacity: Capacity): ReadonlySet<CommandType> => {
  const key = `${actor.role} ${actor.accredited} ${capacity}`
  const known = granted.get(key)
  if (known) return known
  const [policy, here] = [abilityFor(actor), asCase({ participants: [actor.orgId], capacity })]
  const found = new Set(offered.filter((type) => policy.can(type, here)))
  granted.set(key, found)
  return found
}

const mayDo = ({ held, reader: { actor } }: DisclosedCase) => {
  const sets = held.map((capacity) => grantedTo(actor, capacity))
  return (type: CommandType) => sets.some((set) => set.has(type))
}

export type Button = Omit<ActionView, 'input' | 'confirms' | 'ahead' | 'basis'>

/** Which acts a reading lists beside those that are expected here: those that are closed, with their reasons, and records that would be unusual. */
export const actLists = ['none', 'closed', 'unexpected', 'all'] as const
export type ActList = (typeof actLists)[number]

/** What is not so of an act is left out of its line. */
const lineOf = (
  { reason, primary, refers, ...button }: Button,
  { rank, lifts, coerces }: { rank: number; lifts: string | null; coerces: 'possible' | 'idle' | null }
): ActionLine => ({
  ...button,
  rank,
  ...(coerces !== null && { coerces }),
  ...(reason !== null && { reason }),
  ...(lifts !== null && { lifts }),
  ...(primary && { primary }),
  ...(refers !== null && { refers })
})

/** What is said beside an act that refuses nothing. */
const besideOf = (type: CommandType, { acts, regimes, reader: { actor, locale } }: DisclosedCase) => {
  const unusual = acts.unusual(type)?.[locale]
  const missing = unrecorded(type, actor.role, regimes)
  const warnings = [...acts.warnings(type), ...(missing ? [missing] : [])].map((one) => one[locale])
  return { ...(unusual !== undefined && { unusual }), ...(warnings.length > 0 && { warnings }) }
}

/** The button of an act; null where this reader is not shown it. */
const buttonOf = (type: CommandType, told: DisclosedCase, deciding: Shown['deciding']): Button | null => {
  const { shown, reason } = standing(type, told, deciding)
  if (!shown) return null
  const { locale } = told.reader
  return {
    command: type,
    label: labelOf(type, told)[locale],
    region: commandRow(type).region,
    enabled: reason === null,
    reason: reason?.[locale] ?? null,
    ...besideOf(type, told),
    primary: told.awaited.includes(type),
    // One that refers only where the facts allow does something else first.
    refers: sentBy(type, (when) => !when)[0] ?? null
  }
}

/** One act as this reader may do it here; null for whoever may not, or is not shown it. */
export const actionOf = (
  command: string,
  told: DisclosedCase,
  deciding: Shown['deciding']
): Button | null => {
  const type = offered.find((one) => one === command)
  return type && mayDo(told)(type) ? buttonOf(type, told, deciding) : null
}

const isClosed = ({ enabled }: Button) => !enabled
const isUnexpected = ({ enabled, unusual }: Button) => enabled && unusual !== undefined

const listed: Record<ActList, (button: Button) => boolean> = {
  none: (button) => !isClosed(button) && !isUnexpected(button),
  closed: (button) => !isUnexpected(button),
  unexpected: (button) => !isClosed(button),
  all: () => true
}

const mayNow = ({ enabled, unusual }: Button) => enabled && unusual === undefined

type Asked = Pick<Button, 'command' | 'enabled'>

/** The acts that would lift the reason which closes another, or answer what is said beside one that is open. */
export const leadingFrom = ({ command, enabled }: Asked, { acts }: DisclosedCase): readonly CommandType[] =>
  enabled ? acts.answers(command as CommandType) : acts.lifts(command as CommandType)

/** The first of them that this reader may do now. */
const lifting = (buttons: readonly Button[], told: DisclosedCase) => {
  const open = new Map<string, Button>(buttons.filter(mayNow).map((one) => [one.command, one]))
  return (asked: Asked): Button | null =>
    leadingFrom(asked, told).flatMap((one) => open.get(one) ?? [])[0] ?? null
}

/** The act that comes before another, as its page and the card of the case name it. */
export const liftOf = (asked: Asked, buttons: readonly Button[], told: DisclosedCase): { lifts?: Lift } => {
  const lifts = lifting(buttons, told)(asked)
  return lifts ? { lifts: { command: lifts.command, label: lifts.label } } : {}
}

/** What this reader may do here, computed from the same rows as the gate: enabled, or disabled with the reason; the first first. */
export const buttonsOf = (told: DisclosedCase, deciding: Shown['deciding']): Button[] => {
  const buttons = offered.filter(mayDo(told)).flatMap((type) => buttonOf(type, told, deciding) ?? [])
  const ranks = new Map(buttons.map(({ command }) => [command, told.acts.rank(command as CommandType)]))
  const rank = ({ command }: Button) => ranks.get(command)!
  return buttons.sort(
    (a, b) =>
      Number(b.primary) - Number(a.primary) ||
      Number(b.enabled) - Number(a.enabled) ||
      Number(isUnexpected(a)) - Number(isUnexpected(b)) ||
      rank(a) - rank(b)
  )
}

/** The buttons that a reading lists. */
export const actionsOf = (
  buttons: readonly Button[],
  told: DisclosedCase,
  acts: ActList
): { actions: ActionLine[]; closedActs: number; unexpectedActs: number } => {
  const lifts = lifting(buttons, told)
  return {
    actions: buttons.filter(listed[acts]).map((button, before) =>
      lineOf(button, {
        rank: before + 1,
        lifts: isClosed(button) ? (lifts(button)?.command ?? null) : null,
        coerces: button.primary ? null : told.acts.coerces(button.command as CommandType)
      })
    ),
    closedActs: buttons.filter(isClosed).length,
    unexpectedActs: buttons.filter(isUnexpected).length
  }
}
