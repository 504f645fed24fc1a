import type { Catalogue, VersionView } from '#lib/api.types.ts'
import { addedOf, all, concludesOf, numberOf, text } from './added.ts'

type Body = VersionView['body']

const whole = (form: FormData, name: string) => numberOf(text(form, name))

const durationsOf = (form: FormData, { clocks }: Catalogue) =>
  Object.fromEntries(
    clocks.map(({ code }) => [code, { n: whole(form, `n:${code}`), unit: text(form, `unit:${code}`) }])
  )

const daysOf = (typed: string) =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(numberOf)
    .sort((a, b) => Number(b) - Number(a))

const alertsOf = (form: FormData, { clocks }: Catalogue) =>
  Object.fromEntries(
    clocks.flatMap(({ code, alerts }) => {
      const days = daysOf(text(form, `alerts:${code}`))
      return days.join() === alerts.join() ? [] : [[code, days]]
    })
  )

const compositionOf = (form: FormData, { seats }: Catalogue) =>
  seats
    .map(({ code }) => ({
      type: code,
      seats: whole(form, `seats:${code}`),
      votes: form.has(`votes:${code}`)
    }))
    .filter(({ seats }) => seats !== 0 && seats !== '')

const referralsOf = (form: FormData, { kinds }: Catalogue) =>
  Object.fromEntries(
    kinds.map(({ kind }) => [
      kind,
      Object.fromEntries(
        all(form, `refusal:${kind}`).map((code) => [code, text(form, `leads:${kind}:${code}`)])
      )
    ])
  )

const named = (entries: (readonly [string, string[]])[]) =>
  Object.fromEntries(entries.filter(([, codes]) => codes.length > 0))

/** The whole version as the form has it: what is unticked is withdrawn. */
export const bodyOf = (
  form: FormData,
  { body, catalogue }: Pick<VersionView, 'body' | 'catalogue'>
): Body => {
  const added = addedOf(form)
  return {
    version: body.version,
    effectiveOn: text(form, 'effectiveOn'),
    note: text(form, 'note'),
    durations: durationsOf(form, catalogue),
    alerts: alertsOf(form, catalogue),
    quorum: {
      members: whole(form, 'members'),
      institutions: whole(form, 'institutions'),
      mustInclude: all(form, 'mustInclude')
    },
    composition: compositionOf(form, catalogue),
    decidesBy: text(form, 'decidesBy'),
    ...concludesOf(form),
    reasons: {
      ...(added.length > 0 && { added }),
      referrals: referralsOf(form, catalogue),
      lists: Object.fromEntries(catalogue.lists.map(({ id }) => [id, all(form, `list:${id}`)]))
    },
    indicators: {
      lists: all(form, 'indicatorLists'),
      withdrawn: catalogue.indicators.flatMap(({ list, codes }) => {
        const kept = all(form, `indicator:${list}`)
        return codes.map(({ code }) => code).filter((code) => !kept.includes(code))
      })
    },
    required: named(catalogue.acts.map(({ command }) => [command, all(form, `required:${command}`)] as const))
  } as Body
}

/** The control that a problem of a field leads to: the field, or the group that holds it. */
export const controlOf = (field: string): string => {
  const [part, ...rest] = field.split('.')
  if (part === 'durations' || part === 'alerts') return `${part}-${rest[0]}`
  if (part === 'quorum') return `quorum-${rest[0]}`
  if (part === 'composition') return 'cell'
  if (part === 'reasons' && rest[0] === 'added') return 'reasons-added'
  if (part === 'reasons' || part === 'indicators' || part === 'required') return part
  return field
}
