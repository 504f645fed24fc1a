import type { CaseList } from '#lib/api.types.ts'
import type { t as say, tn as count } from '#lib/i18n.ts'

/** `toAnswerLate`: of those to answer, how many are past their day. `others`: what else waits above the list, each said there. */
type Day = { list: CaseList; toAnswer: number; toAnswerLate: number; others: number }

/** How many of a list are in danger. */
export const inDanger = ({ items }: Pick<CaseList, 'items'>): number =>
  items.filter((line) => line.badges.some(({ key }) => key === 'danger')).length

/** Danger before all the rest, which keeps its order. */
export const dangerFirst = <L extends { danger: string | null }>(lines: readonly L[]): L[] => [
  ...lines.filter(({ danger }) => danger !== null),
  ...lines.filter(({ danger }) => danger === null)
]

/** What is to be settled, before and after the list: no old refusal stands above a case in danger, save one of such a case. */
export const aroundList = <L extends { danger: string | null }>(
  list: Pick<CaseList, 'items'>,
  settle: readonly L[]
) => {
  if (inDanger(list) === 0) return { before: [...settle], after: [] }
  return {
    before: settle.filter(({ danger }) => danger !== null),
    after: settle.filter(({ danger }) => danger === null)
  }
}

/** The day in words: who waits for an answer, what waits, what is late, and danger, which comes first. */
export function daySentence(day: Day, tn: typeof count, t: typeof say): string {
  const { todo, late } = day.list.counts
  const danger = inDanger(day.list)
  const words: string[] = []
  if (day.toAnswer > 0) words.push(tn('today.toAnswer', day.toAnswer))
  if (day.toAnswerLate > 0) words.push(tn('today.toAnswerLate', day.toAnswerLate))
  if (todo.n === 0 && day.toAnswer > 0) return words.join(' ')
  if (todo.n === 0) words.push(t(day.others > 0 ? 'today.noneButAbove' : 'today.none'))
  else words.push(todo.capped ? t('today.many', { n: todo.n }) : tn('today.todo', todo.n))
  if (late.n > 0) words.push(late.capped ? t('today.manyLate', { n: late.n }) : tn('today.late', late.n))
  if (danger > 0) words.push(tn('today.danger', danger))
  return words.join(' ')
}
