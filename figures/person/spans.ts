import type { CommandType } from '../../workflows/case/commands.ts'
import type { Words } from './column.ts'
import type { Life } from './life.ts'

const day = 86_400_000
/** A smallint holds it; nobody waits for longer. */
const longest = 32_767

export const daysFrom = (from: string, to: string): number =>
  Math.min(longest, Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / day)))

/** When the first of these acts was done; null where none was. */
export const firstOf = ({ acts }: Pick<Life, 'acts'>, ...commands: readonly CommandType[]): string | null =>
  acts.find(({ command }) => (commands as readonly string[]).includes(command))?.at ?? null

export const has = (life: Pick<Life, 'acts'>, ...commands: readonly CommandType[]): boolean =>
  firstOf(life, ...commands) !== null

/** Days between two acts, where both were done in that order. */
export const between = (from: string | null, to: string | null): number | null =>
  from === null || to === null || to < from ? null : daysFrom(from, to)

const bands = [
  { to: 2, id: '0-2', fr: '2 jours ou moins', en: '2 days or less' },
  { to: 7, id: '3-7', fr: '3 à 7 jours', en: '3 to 7 days' },
  { to: 15, id: '8-15', fr: '8 à 15 jours', en: '8 to 15 days' },
  { to: 30, id: '16-30', fr: '16 à 30 jours', en: '16 to 30 days' },
  { to: 90, id: '31-90', fr: '31 à 90 jours', en: '31 to 90 days' },
  { to: Infinity, id: '91+', fr: 'plus de 90 jours', en: 'more than 90 days' }
] as const

export const bandOf = (length: number): string => bands.find(({ to }) => length <= to)!.id

export const bandWords: Words = Object.fromEntries(bands.map(({ id, fr, en }) => [id, { fr, en }]))

/** How long it took, or why there is no length. */
export const spanWords: Words = {
  none: { fr: 'non engagé', en: 'not begun' },
  ...bandWords,
  waiting: { fr: 'en attente', en: 'waiting' },
  ended: { fr: 'terminé sans suite', en: 'ended without' }
}

export type Span = { from: string | null; to: string | null; waits: boolean }

export const spanOf = ({ from, to, waits }: Span): string => {
  if (from === null) return 'none'
  const length = between(from, to)
  if (length !== null) return bandOf(length)
  return waits ? 'waiting' : 'ended'
}
