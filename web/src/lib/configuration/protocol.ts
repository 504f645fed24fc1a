import type { ProtocolView } from '#lib/api.types.ts'
import type { MessageKey } from '#lib/messages.ts'
import { textOf } from '#lib/form/parse.ts'
import { addedOf, all, concludesOf, linesOf, numberOf, text } from './added.ts'

export type ProtocolBody = ProtocolView['body']
type Catalogue = NonNullable<ProtocolView['catalogue']>

const partiesOf = (form: FormData, list: string) => linesOf(form, list, ['kind', 'name'])

const durationsOf = (form: FormData, { clocks }: Catalogue) => {
  const set = clocks.filter(({ code }) => text(form, `n:${code}`) !== '')
  return Object.fromEntries(
    set.map(({ code }) => [code, { n: numberOf(text(form, `n:${code}`)), unit: text(form, `unit:${code}`) }])
  )
}

const compositionOf = (form: FormData, { seats }: Catalogue) =>
  seats
    .map(({ code }) => ({
      type: code,
      seats: numberOf(text(form, `seats:${code}`)),
      votes: form.has(`votes:${code}`)
    }))
    .filter(({ seats: n }) => n !== 0 && n !== '')

const cellOf = (form: FormData, catalogue: Catalogue) => {
  const set = new Set(all(form, 'sets'))
  return {
    ...(set.has('composition') && { composition: compositionOf(form, catalogue) }),
    ...(set.has('decidesBy') && { decidesBy: text(form, 'decidesBy') }),
    ...(set.has('quorum') && {
      quorum: {
        members: numberOf(text(form, 'members')),
        institutions: numberOf(text(form, 'institutions')),
        mustInclude: all(form, 'mustInclude')
      }
    }),
    ...concludesOf(form)
  }
}

const rulesOf = (form: FormData, catalogue: Catalogue) => {
  const [durations, added] = [durationsOf(form, catalogue), addedOf(form)]
  const onCall = linesOf(form, 'onCall', ['days', 'from', 'to', 'number'])
  return {
    ...cellOf(form, catalogue),
    ...(Object.keys(durations).length > 0 && { durations }),
    ...(added.length > 0 && { added }),
    ...(form.has('minors') && {
      minors: {
        parties: partiesOf(form, 'minorsParty'),
        contacts: linesOf(form, 'contact', ['kind', 'name', 'reach']),
        told: all(form, 'told')
      }
    }),
    ...(onCall.length > 0 && { onCall })
  }
}

/** The whole protocol as the form has it: a rule that is not ticked, or a delay left empty, is the national one. */
export const protocolBody = (form: FormData, { body, catalogue }: ProtocolView): ProtocolBody =>
  ({
    ...{ name: body.name, place: body.place },
    title: text(form, 'title'),
    text: textOf(form, 'text').replaceAll('\r\n', '\n'),
    reference: text(form, 'reference'),
    parties: partiesOf(form, 'party'),
    signedOn: text(form, 'signedOn') || null,
    effectiveOn: text(form, 'effectiveOn'),
    rules: catalogue ? rulesOf(form, catalogue) : body.rules
  }) as ProtocolBody

/** The rules of the cell stand in one group, under one name. */
const ofCell: readonly (keyof ProtocolBody['rules'])[] = ['quorum', 'composition', 'concludes', 'decidesBy']
const isOfCell = (rule: string | undefined) => ofCell.some((one) => one === rule)

/** The control that a problem of a field leads to: the field, or the group that holds it. */
export const controlOf = (field: string): string => {
  const [part, rule, at] = field.split('.')
  if (part !== 'rules') return part!
  if (rule === 'durations') return `durations-${at}`
  return `rules-${isOfCell(rule) ? 'cell' : rule}`
}

const fieldNames: Record<string, MessageKey> = {
  place: 'protocol.place',
  name: 'protocol.name',
  title: 'protocol.title',
  effectiveOn: 'config.effectiveOn',
  from: 'protocol.from',
  signedOn: 'protocol.paper',
  text: 'protocol.text',
  reference: 'protocol.reference',
  parties: 'protocol.parties',
  durations: 'protocol.delays',
  added: 'protocol.added',
  minors: 'protocol.minors',
  onCall: 'protocol.onCall'
}

/** What a field of a protocol is called, so that its error names it. */
export const nameOfField = (field: string): MessageKey | null => {
  const [part, rule] = field.split('.')
  if (part === 'rules' && isOfCell(rule)) return 'protocol.cell'
  return fieldNames[part === 'rules' ? (rule ?? '') : (part ?? '')] ?? null
}
