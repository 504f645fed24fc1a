import { mayLocate, openable } from '../../policies/emergency-access.ts'
import {
  emergencyBasis,
  emergencyCommands,
  emergencyCommandTypes,
  emergencyForm,
  type EmergencyClass
} from '../../workflows/case/emergency-access.ts'
import { Type, type Static, type TObject } from 'typebox'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { dataClasses, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { cursor, pageOf } from '../http/requested.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { showCode } from '../cases/code.ts'
import { readHeld } from '../cases/held.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { openingsShown, type EmergencyView, type OpeningList, type OpeningPage } from '../views/emergency.ts'
import { oneOf, type JsonSchema } from '../views/schemas.ts'
import { basesOf, localizeSchema } from '../views/words.ts'
import { dangerTold } from './store.ts'
import { openingKey, openingRows, openingsListed, openingViews } from './view.ts'

const pageSize = openingsShown

export const openingQuery = closed({ view: Type.Optional(oneOf('waiting', 'all')), cursor })

/** Those that wait for this reader's word, or all that they may know of, the latest first. */
export const listOpenings = async (
  tx: Tx,
  keys: Keys,
  reader: Reader,
  { view = 'all', cursor }: Static<typeof openingQuery>
): Promise<OpeningList> => {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, ['at', 'id'])
  const listed = await openingsListed(tx, { view, most: pageSize, ...(after && { after }) }, reader)
  const { page, last } = pageOf(listed, pageSize)
  return { items: await openingViews(tx, page, keys, reader), next: last && encodeCursor(openingKey(last)) }
}

type Act = { command: string; label: Bilingual; input: TObject }

const action = ({ command, label, input }: Act, { locale, now }: Reader) => ({
  command,
  label: label[locale],
  region: null,
  enabled: true,
  reason: null,
  primary: false,
  refers: null,
  input: localizeSchema(input, locale) as JsonSchema,
  basis: basesOf(emergencyBasis, civilDate(now, 'Europe/Paris'), locale)
})

/** @throws NotFound for whoever may not know of it. */
export const viewOpening = async (tx: Tx, keys: Keys, reader: Reader, id: string): Promise<OpeningPage> => {
  const rows = await openingRows(tx, { where: 'where g.id = $1', values: [id] })
  const [opening] = await openingViews(tx, rows, keys, reader)
  if (!opening) throw new NotFound('no such opening')
  const acts = opening.mayConfirm ? emergencyCommandTypes : []
  return {
    version: 0,
    opening,
    actions: acts.map((command) => action({ command, ...emergencyCommands[command] }, reader))
  }
}

type Asked = { held: readonly Capacity[]; facts: Facts; dangerToldByAnother: boolean }

/** All that an emergency would open to this reader, whichever capacity it is by. */
const offeredTo = ({ actor }: Pick<Reader, 'actor'>, asked: Asked): EmergencyClass[] =>
  [...new Set(asked.held.flatMap((as) => openable(actor.role, { as, ...asked })))].sort()

const open: Act = {
  command: 'open',
  label: { fr: 'Ouvrir un accès d’urgence', en: 'Open an emergency access' },
  input: emergencyForm
}

const narrowed = (form: JsonSchema, classes: readonly EmergencyClass[], { locale }: Reader): JsonSchema => {
  const offered = classes.map((one) => ({ const: one, title: dataClasses[one][locale] }))
  const field = { ...form.properties?.['classes'], items: { type: 'string', oneOf: offered } }
  return { ...form, properties: { ...form.properties, classes: field } }
}

/** The openings of one case that this reader may know of, and the form by which it may open one. @throws NotFound for who takes no part in it. */
export const viewEmergency = async (
  tx: Tx,
  keys: Keys,
  id: string,
  reader: Reader
): Promise<EmergencyView> => {
  const { row, held } = await readHeld(tx, id, reader.actor)
  const dangerToldByAnother = mayLocate(reader.actor.role) && (await dangerTold(tx, id))
  const classes = offeredTo(reader, { held, facts: row.facts, dangerToldByAnother })
  const one = action(open, reader)
  const known = await openingsListed(tx, { view: 'all', caseId: id, most: pageSize }, reader)
  return {
    version: 0,
    code: showCode(row.code),
    openings: await openingViews(tx, known.slice(0, pageSize), keys, reader),
    actions: classes.length === 0 ? [] : [{ ...one, input: narrowed(one.input, classes, reader) }]
  }
}
