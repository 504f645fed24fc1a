import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { barsOffer } from '../../workflows/places/fit.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Actor } from '../../policies/actor.ts'
import type { CaseRow } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import type { FieldProblem } from '../errors.ts'
import { neededIn, placeById } from './list.ts'

const listed = (reasons: readonly Bilingual[], locale: keyof Bilingual) =>
  reasons.map((reason) => reason[locale]).join(', ')

const never = (reasons: readonly Bilingual[]): FieldProblem => ({
  field: 'placeId',
  code: 'never_offered',
  message: {
    fr: `Cette place ne peut pas lui être proposée : ${listed(reasons, 'fr')}.`,
    en: `This place cannot be offered to this person: ${listed(reasons, 'en')}.`
  }
})
const unsaid = (reasons: readonly Bilingual[]): FieldProblem => ({
  field: 'despite',
  code: 'reason_due',
  message: {
    fr: `Dites pourquoi la proposer quand même : ${listed(reasons, 'fr')}.`,
    en: `Say why it is offered all the same: ${listed(reasons, 'en')}.`
  }
})

const namesPlace = (command: CommandType) => {
  const field = commandRow(command).input.properties['placeId']
  return field !== undefined && notesOf(field)?.lookup !== undefined
}

type Naming = { actor: Actor; command: CommandType; input: Record<string, unknown> }

/** Why a place may not be given to the person of this case, or not without a reason that is kept with the decision. */
export const placeProblems = async (
  tx: Tx,
  row: Pick<CaseRow, 'id' | 'facts' | 'asylum'>,
  { actor, command, input }: Naming
): Promise<FieldProblem[]> => {
  if (!namesPlace(command)) return []
  // One that this desk or structure does not see is refused by what looks for it.
  const place = await placeById(tx, actor.orgId, String(input['placeId']))
  if (place === null) return []
  const bars = barsOffer(place, await neededIn(tx, row, place.kind))
  if (bars.never.length > 0) return [never(bars.never)]
  return bars.unlessSaid.length > 0 && input['despite'] === undefined ? [unsaid(bars.unlessSaid)] : []
}
