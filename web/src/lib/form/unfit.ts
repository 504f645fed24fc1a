import type { JsonForm, Problem } from '#lib/api.types.ts'
import { translate, type Locale, type MessageKey } from '#lib/messages.ts'
import { misnumberedIn, missingIn, refusedIn, type Typed } from './parse.ts'
import { fieldsOf, type Field } from './schema.ts'

type Asked = { label: string; input: JsonForm }
type Reading = { locale: Locale; now: Date }

/** « Le », « On »: a date whose name is the act itself. */
const bare = (label: string) => label.length <= 2

/** The day in Wallis, which comes first: what is to come there is to come wherever the case is. */
const latestDay = (now: Date) => new Date(now.getTime() + 12 * 3_600_000).toISOString().slice(0, 10)

const toCome = (fields: readonly Field[], typed: Typed, now: Date) =>
  fields.filter(({ name, past }) => past && (typed[name]?.[0] ?? '').slice(0, 10) > latestDay(now))

/**
 * All that can be seen in a form without asking, said at once: of a form with three mistakes nobody learns one at a time. An
 * act that is nothing without a yes is not done by a no, which is an honest answer. Null where nothing is wrong.
 */
export function unfit({ label: act, input }: Asked, typed: Typed, { locale, now }: Reading): Problem | null {
  const fields = fieldsOf(input)
  const said = (code: string, key: MessageKey) => (field: Field) => {
    const { name, label, minimum, maximum } = field
    const missesDay = code === 'missing' && bare(label)
    const words = { label, act, least: minimum ?? 0, most: maximum ?? 0 }
    return { field: name, code, message: translate(locale, missesDay ? 'form.missing.day' : key, words) }
  }
  const errors = [
    ...missingIn(fields, typed).map(said('missing', 'form.missing')),
    ...toCome(fields, typed, now).map(said('future', 'form.future')),
    ...misnumberedIn(fields, typed).map(said('number', 'form.number')),
    ...refusedIn(input, fields, typed).map(said('refusing', 'form.refusing'))
  ]
  const [first] = errors
  return first
    ? { title: translate(locale, 'problem.400.title'), status: 400, code: first.code, errors }
    : null
}
