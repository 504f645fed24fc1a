import { commandRow, completes, isCommandType } from '../../workflows/case/commands.ts'
import type { TObject } from 'typebox'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import type { SealedClass } from '../../workflows/vocabulary/vocabulary.ts'
import { audit } from '../acts/audit.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { discloseSealed } from '../disclosure/sealed.ts'
import type { Keys } from '../keys.ts'
import { showValue } from '../views/words.ts'
import { unseal } from '../db/sealing.ts'
import type { Reader } from '../disclosure/reader.ts'

const propertyOf = (command: string, field: string) => {
  if (!isCommandType(command)) return undefined
  const { properties } = commandRow(command).input
  const nested = Object.values(properties).map((one) => (one as unknown as TObject).properties?.[field])
  return properties[field] ?? nested.find((one) => one !== undefined)
}

type Sealed = { seq: number; body: Buffer; command: string; orgId: string | null; role: string }

const sealedOf = `select c.seq, c.body, e.command, e.org_id as "orgId", e.role
  from compartment c join case_event e on e.case_id = c.case_id and e.seq = c.seq
  where c.case_id = $1 and c.data_class = $2 order by c.seq`

/** Accounts follow each other, in order; of an identity, and of what is told piece by piece, the latest value of each field holds. */
const nameOf = ({ seq, command }: Sealed, dataClass: SealedClass, field: string) =>
  dataClass === 'B' || completes(command) ? field : `${seq}:${field}`

/**
 * Opens one class of one case: the only place where sealed values become words again, each reading audited.
 * @throws NotFound unless the capacity, the class and the consent all open it, or an emergency access does.
 */
export const readCompartment = async (
  tx: Tx,
  keys: Keys,
  asked: { caseId: string; dataClass: SealedClass; reader: Reader }
) => {
  const { caseId, dataClass, reader } = asked
  const { actor, locale, now } = reader
  const { inEmergency, reads } = await discloseSealed(tx, asked)
  const sealed = await runQuery<Sealed>(tx, sealedOf, [caseId, dataClass])
  await audit(tx, actor, now, {
    chain: `case:${caseId}`,
    action: 'read',
    object: `case:${caseId}`,
    outcome: 'allowed',
    detail: inEmergency ? `${dataClass},glass` : dataClass
  })
  const lines = sealed.filter(reads).flatMap((one) => {
    const { seq, body, command } = one
    const values = unseal(keys, { table: 'compartment', id: `${caseId}:${seq}`, dataClass }, body) as Record<
      string,
      unknown
    >
    return Object.entries(values).map(([field, value]) => {
      const property = propertyOf(command, field)
      const label = (property && notesOf(property)?.label[locale]) ?? field
      return [nameOf(one, dataClass, field), { label, value: showValue(value, property, locale) }] as const
    })
  })
  return { class: dataClass, fields: [...new Map(lines).values()] }
}
