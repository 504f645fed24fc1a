import type { OfferedAct } from '#lib/api.types.ts'

/** What a reader may do about a closing that was asked for. */
const answers = ['case.close', 'closing.decline']

export const closingAnswers = (actions: readonly OfferedAct[]) =>
  actions.filter(({ command, enabled }) => enabled && answers.includes(command))
