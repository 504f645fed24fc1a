import { IllegalTransition } from '../../workflows/case/advance.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { actsOf, type Conversation } from '../../workflows/rights/conversation.ts'
import type { RightsTextId } from '../../workflows/rights/texts.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { readCase } from '../cases/store.ts'
import { decideWithin } from '../commands/decide.ts'
import type { Tx } from '../db/context.ts'
import { HeldBack, InvalidInput, NotAllowed, RuleRefused, wrongField } from '../errors.ts'

export type Held = Conversation & { caseId: string; version: string; shown: RightsTextId }

const notYours: Bilingual = {
  fr: 'votre rôle ne permet pas cet acte',
  en: 'your role does not allow this act'
}

/** Which act a refusal is of, before what it says. */
const naming = (command: CommandType, { fr, en }: Bilingual): Bilingual => {
  const { label } = commandRow(command)
  return { fr: `${label.fr} : ${fr}`, en: `${label.en}: ${en}` }
}

/** The refusal of one act, saying which: nothing else of it changes, so that it is answered and written down as that one. */
const refusalIn = (command: CommandType, error: unknown): unknown => {
  // Nothing is said of what the reader may not know, the act included.
  if (error instanceof HeldBack) return error
  if (error instanceof InvalidInput) {
    const fields = error.fields.map((one) => ({ ...one, message: naming(command, one.message) }))
    return Object.assign(new InvalidInput(fields), { cause: error })
  }
  if (error instanceof IllegalTransition) return new IllegalTransition(command, naming(command, error.reason))
  if (error instanceof RuleRefused && error.reason)
    return new RuleRefused(error.message, naming(command, error.reason))
  if (error instanceof NotAllowed) return new NotAllowed(error.message, naming(command, notYours))
  return error
}

/** What the sheet asks of itself, before any act is tried. @throws InvalidInput naming each field. */
const mustBeWhole = (said: Conversation) => {
  const { helpWithoutConsent, wishes, confidential, agrees, refuses = [], withdraws } = said
  if (helpWithoutConsent === false)
    throw wrongField('helpWithoutConsent', 'required', {
      fr: 'Dites à la personne que refuser ne lui retire aucune aide, puis cochez',
      en: 'Tell the person that refusing takes no help away, then tick'
    })
  if (wishes !== undefined && confidential !== true)
    throw wrongField('confidential', 'required', {
      fr: 'Le délai de réflexion se propose dans un cadre confidentiel',
      en: 'The reflection period is offered in a confidential setting'
    })
  if (new Set([...agrees, ...refuses, ...withdraws]).size < agrees.length + refuses.length + withdraws.length)
    throw wrongField('agrees', 'invalid', {
      fr: 'Un accord ne peut pas être donné et refusé, ou retiré, à la fois',
      en: 'A consent cannot be given and refused, or withdrawn, at once'
    })
}

const nothingSaid = {
  fr: 'Rien à enregistrer : il n’y a aucune réponse à garder.',
  en: 'Nothing to record: there is no answer to keep.'
}
const rightsFirst = {
  fr: 'Dites d’abord ses droits à la personne : le délai de réflexion en fait partie.',
  en: 'First tell the person their rights: the reflection period is one of them.'
}

/** Nobody is asked about what they were never told. After the acts, whose own refusals come first. @throws RuleRefused */
const mustBeInformed = async (tx: Tx, { caseId, wishes, helpWithoutConsent }: Held) => {
  if (wishes === undefined || helpWithoutConsent !== undefined) return
  const row = await readCase(tx, caseId)
  if (row?.consent === 'not_informed') throw new RuleRefused('rights come first', rightsFirst)
}

/**
 * Records one conversation with the person as the acts that it comes to, each through the gate with every rule of its own: all of
 * them or none, once under one key. The version that was read is asked for by the first; the others follow in its transaction.
 */
export const holdConversation = (gate: Gate, by: Keyed, said: Held): Promise<Done> => {
  const { actor } = by
  const { caseId, version, shown, ...conversation } = said
  const object = `case:${caseId}`
  const deed = { command: 'conversation.hold', object, aggregate: 'case', id: caseId, request: said }
  return actOnce(gate, by, deed, async (tx, at) => {
    mustBeWhole(conversation)
    const acts = actsOf(conversation)
    if (acts.length === 0) throw new RuleRefused('nothing to record', nothingSaid)
    for (const [index, { command, input }] of acts.entries()) {
      const asked = { actor, caseId, command, input, shown, key: null, version: index === 0 ? version : null }
      await decideWithin(gate, tx, asked, at).catch((error) => Promise.reject(refusalIn(command, error)))
    }
    await mustBeInformed(tx, said)
  })
}
