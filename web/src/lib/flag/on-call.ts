import type { FlagForm } from '#lib/api.types.ts'

export type OnCall = { number: string; place: string }

/** Who of the cell answers now for a place, or null: then the numbers of everybody stand alone. */
export const onCallIn = (
  { onCall, territories }: Pick<FlagForm, 'onCall' | 'territories'>,
  code: string | null | undefined
): OnCall | null => {
  const line = onCall.find(({ territory }) => territory === code)
  const place = territories.find((one) => one.code === code)?.name
  return line && place ? { number: line.number, place } : null
}

/** Why nobody would hear of a flag made there, or null: no cell is accredited, or nobody has access in it. */
export type Unheard = 'none' | 'unread'
export const unheardIn = (
  { withoutCell, unreadCell }: Pick<FlagForm, 'withoutCell' | 'unreadCell'>,
  code: string
): Unheard | null => {
  if (withoutCell.includes(code)) return 'none'
  return unreadCell.includes(code) ? 'unread' : null
}

export const dialled = (number: string): string => number.replaceAll(/[ .]/g, '')
