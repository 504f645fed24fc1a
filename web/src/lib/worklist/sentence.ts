import type { CaseList } from '#lib/api.types.ts'
import type { t as say, tn as count } from '#lib/i18n.ts'

/** The day in words: what waits, what is late, and danger, which comes first. */
export function daySentence(list: CaseList, tn: typeof count, t: typeof say): string {
  const { todo, late } = list.counts
  const danger = list.items.filter((line) => line.badges.some((badge) => badge.tone === 'danger')).length
  const words: string[] = []
  if (todo.n === 0) words.push(t('today.none'))
  else words.push(todo.capped ? t('today.many', { n: todo.n }) : tn('today.todo', todo.n))
  if (late.n > 0) words.push(late.capped ? t('today.manyLate', { n: late.n }) : tn('today.late', late.n))
  if (danger > 0) words.push(tn('today.danger', danger))
  return words.join(' ')
}
