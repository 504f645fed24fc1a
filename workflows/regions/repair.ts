import { Type } from 'typebox'
import { rowsOf } from '../act/command.ts'
import { choice, closed, notesKeyword, optional, text } from '../vocabulary/fields.ts'
import { undoReasons } from '../vocabulary/words.repair.ts'

const row = rowsOf(null)

/**
 * An act that was entered in error is taken back: where the case stands is told again from the acts that remain. It moves nothing
 * by itself. `of`: its number in the log. `filled`, `classes` and `quiet`: what decides who is told of it, as it decided of the act.
 */
export const repairs = {
  'act.undone': row({
    transition: 'T810',
    label: { fr: 'Annuler un acte saisi par erreur', en: 'Undo an act entered in error' },
    done: { fr: 'Annulé, saisi par erreur', en: 'Undone, entered in error' },
    input: closed({
      act: text({ label: { fr: 'Acte annulé', en: 'Act undone' } }),
      reason: choice(undoReasons, { label: { fr: 'Motif', en: 'Reason' } }),
      // Read by those who took the act back, and by nobody else.
      toldTo: optional(
        Type.Array(Type.String({ format: 'uuid' }), {
          [notesKeyword]: {
            label: { fr: 'Qui apprend l’annulation', en: 'Who learns of it' },
            lookup: 'told'
          }
        })
      ),
      of: Type.Integer({ minimum: 1 }),
      filled: Type.Object({}, { additionalProperties: true }),
      classes: Type.Array(Type.String()),
      quiet: Type.Array(Type.String())
    }),
    basis: ['GDPR.16'],
    offered: false,
    evenWhenClosed: true
  })
}
