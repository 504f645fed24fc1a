import { Type } from 'typebox'
import { rowsOf } from '../act/command.ts'
import type { Facts } from '../facts/facts.ts'
import { choice, choices, closed, notesKeyword, nothing, text } from '../vocabulary/fields.ts'
import { territoryCodes } from '../calendar/territories.ts'
import { leaving } from './housing/fields.ts'
import { asylumPlaceOver, endAsylumPlace } from './housing/ways.ts'
import { mergeProofs, transferReasons } from '../vocabulary/words.care.ts'

/** Everywhere but where the case has left for another file or another cell. */
export const settledStates = [
  'flagged',
  'under_triage',
  'presumed',
  'formal_pending',
  'formally_identified',
  'not_confirmed',
  'insufficient_elements',
  'court_recognised',
  'review_open'
] as const

const row = rowsOf('identification', { transition: 'T109', from: settledStates, basis: ['MNIO.MERGE'] })

/** Two files of one person become one, by two people, and for thirty days it can be undone. */
export const merging = {
  'merge.propose': row({
    label: { fr: 'Proposer de fusionner avec un autre dossier', en: 'Propose a merge into another case' },
    done: { fr: 'Fusion avec un autre dossier proposée', en: 'Merge into another case proposed' },
    input: closed({
      into: text({
        label: { fr: 'Code du dossier qui reste', en: 'Code of the case that stays' },
        maxLength: 20,
        dataClass: 'D'
      }),
      proofs: choices(mergeProofs, {
        label: { fr: 'Ce qui le prouve', en: 'What proves it' },
        dataClass: 'D'
      })
    }),
    guards: ['notHoused', 'notPlaced', 'residenceSettled', 'noMergeProposed'],
    requires: ['noneTaken'],
    effects: [{ type: 'checkMergeTarget' }],
    apply: (_facts, { into }, { personId }) => ({ merging: { into, personId } })
  }),
  'merge.drop': row({
    label: { fr: 'Renoncer à la fusion', en: 'Drop the merge' },
    done: { fr: 'Fusion abandonnée', en: 'Merge dropped' },
    input: nothing,
    guards: ['mergeProposed'],
    apply: () => ({ merging: null })
  }),
  'merge.confirm': row({
    to: 'duplicate_merged',
    label: { fr: 'Confirmer la fusion (seconde personne)', en: 'Confirm the merge (second person)' },
    done: { fr: 'Fusionné avec un autre dossier', en: 'Merged into another case' },
    input: nothing,
    guards: ['mergeProposed', 'notHoused', 'notPlaced', 'residenceSettled'],
    requires: ['otherMerges', 'noneTaken'],
    opens: [{ code: 'MNIO-MERGE-UNDO' }],
    effects: [
      { type: 'checkMergeTarget' },
      { type: 'checkNothingLive' },
      ...endAsylumPlace,
      { type: 'endCellSheet' }
    ],
    duty: true,
    apply: (_facts, _input, _by, from) => ({
      identificationBefore: from.identification,
      ...asylumPlaceOver
    })
  }),
  'merge.undo': row({
    from: ['duplicate_merged'],
    to: 'restoring',
    label: { fr: 'Défaire la fusion', en: 'Undo the merge' },
    done: { fr: 'Fusion défaite', en: 'Merge undone' },
    input: nothing,
    guards: ['mergeProposed'],
    basis: ['MNIO.MERGE'],
    // Whoever was weighing the case reads it again.
    effects: [{ type: 'invite', capacity: 'cell_member', who: 'cellMembers', when: 'cellDeliberates' }],
    evenWhenClosed: true,
    apply: () => ({ merging: null })
  }),
  'merge.settle': row({
    from: ['duplicate_merged'],
    label: { fr: 'La fusion ne peut plus être défaite', en: 'The merge can no longer be undone' },
    input: nothing,
    basis: ['MNIO.MERGE', 'MNIO.RETENTION'],
    // Nobody closes it any more: it is kept as long as a closed file, and no longer.
    opens: [{ code: 'MNIO-RETENTION' }],
    evenWhenClosed: true,
    offered: false,
    apply: () => ({ merging: null })
  })
}

const move = rowsOf('identification', {
  transition: 'T111',
  from: settledStates,
  basis: ['MNIO.TRANSFER']
})

/** A case follows the person to another département; its cell decides whether it takes it up. */
export const moving = {
  'territory.transfer': move({
    label: { fr: 'Demander le passage à une autre cellule', en: 'Ask another cell to take over' },
    done: { fr: 'Passage à une autre cellule demandé', en: 'Another cell asked to take over' },
    input: closed({
      to: Type.String({
        enum: territoryCodes,
        [notesKeyword]: {
          label: { fr: 'Vers quel département', en: 'To which département' },
          // Where she goes, and that she is sheltered there, is for those who may know of her shelter.
          dataClass: 'K',
          lookup: 'territories'
        }
      }),
      reason: choice(transferReasons, {
        label: { fr: 'Pourquoi le dossier change de cellule', en: 'Why the case moves to another cell' },
        dataClass: 'K'
      }),
      ...leaving
    }),
    guards: ['noTransferProposed'],
    consent: 'B',
    basis: ['MNIO.TRANSFER', 'CESEDA.L441-8'],
    effects: [{ type: 'openReferral', kind: 'cell' }],
    apply: (_facts, { to }) => ({ transfer: { to } })
  }),
  'territory.moved': move({
    to: 'transferred_territory',
    label: { fr: 'L’autre cellule accepte', en: 'The other cell accepts' },
    done: { fr: 'Passée à une autre cellule', en: 'Taken over by another cell' },
    input: nothing,
    guards: ['transferProposed'],
    effects: [{ type: 'moveTerritory' }],
    offered: false,
    apply: (facts, _input, _by, from) => ({
      territory: facts.transfer?.to ?? facts.territory,
      transfer: null,
      // A merge that the first cell proposed ends: the second cell does not read the other file.
      merging: null,
      identificationBefore: from.identification
    })
  }),
  'territory.kept': move({
    label: { fr: 'La cellule d’origine garde le dossier', en: 'The first cell keeps the case' },
    input: nothing,
    guards: ['transferProposed'],
    evenWhenClosed: true,
    offered: false,
    apply: () => ({ transfer: null })
  }),
  'territory.take_up': move({
    from: ['transferred_territory'],
    to: 'restoring',
    label: { fr: 'Reprendre le dossier ici', en: 'Take the case up here' },
    done: { fr: 'Dossier repris par la cellule', en: 'Case taken up by the cell' },
    input: nothing,
    // Whoever weighs the case in the new cell reads it from there on.
    effects: [{ type: 'invite', capacity: 'cell_member', who: 'cellMembers', when: 'cellDeliberates' }],
    duty: true
  })
}

/** Back to where identification stood before a merge or a move. */
export const restored = settledStates.map((state) => ({
  to: state,
  when: ({ identificationBefore }: Pick<Facts, 'identificationBefore'>) => identificationBefore === state
}))
