import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, longText, optional, text } from '../../vocabulary/fields.ts'
import { namedWithin } from './fields.ts'
import { housed, promised, release, seeking } from './ways.ts'
import { inDanger, outOfDanger } from '../../vocabulary/words.danger.ts'
import { incidents, stayOutcomes } from '../../vocabulary/words.housing.ts'

const row = rowsOf('housing', { transition: 'T205', basis: ['MNIO.ACSE'] })

/** Acts of a person who is housed: what threatens the place, and every way out of it. */
export const stay = {
  'housing.alert': row({
    transition: 'T209',
    from: [...housed, 'pre_admission'],
    to: 'security_alert',
    label: { fr: 'Donner l’alerte de sécurité', en: 'Raise a security alert' },
    done: { fr: 'Alerte de sécurité donnée', en: 'Security alert raised' },
    input: closed({
      incident: choice(incidents, { label: { fr: 'Ce qui s’est passé', en: 'What happened' } }),
      facts: optional(longText({ label: { fr: 'Précisions', en: 'Details' }, dataClass: 'C' }))
    }),
    basis: ['MNIO.SECURITY'],
    opens: [{ code: 'MNIO-MOVE' }],
    aloud: { word: inDanger },
    apply: () => ({ danger: 'immediate', localDanger: true })
  }),
  'stay.review': row({
    from: [...housed, 'security_alert'],
    label: { fr: 'Faire le bilan de l’accueil', en: 'Review the stay' },
    done: { fr: 'Bilan de l’accueil fait', en: 'Stay reviewed' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      outcome: choice(stayOutcomes, { label: { fr: 'Suite', en: 'What follows' } })
    }),
    guards: ['adultHousing'],
    basis: ['MNIO.STAY'],
    opens: [{ code: 'MNIO-STAY-REVIEW-LATER', startsOn: 'on', restarts: true }]
  }),
  // The house is the same, and so is how far she is; which of its beds is the house's to say.
  'housing.place_changed': row({
    label: { fr: 'Donner une autre de nos places', en: 'Give another of our places' },
    done: {
      fr: 'Autre place donnée dans la même structure',
      en: 'Another place given in the same structure'
    },
    input: closed(namedWithin),
    basis: ['MNIO.PLACES'],
    effects: [{ type: 'changePlace' }]
  }),
  'housing.left': row({
    transition: 'T210',
    from: [...housed, 'security_alert', 'emergency_local', ...seeking, ...promised],
    to: 'left',
    label: { fr: 'Enregistrer un départ', en: 'Record a departure' },
    done: { fr: 'Départ enregistré', en: 'Departure recorded' },
    input: closed({
      on: date({ label: { fr: 'Date de départ', en: 'Date of departure' } }),
      next: optional(
        text({
          label: { fr: 'Suite prévue', en: 'What comes next' },
          hint: { fr: 'Sans adresse.', en: 'No address.' }
        })
      )
    }),
    guards: ['underRoof'],
    opens: [{ code: 'MNIO-RECONTACT' }, { code: 'MNIO-RECONTACT-LATER' }],
    effects: release,
    apply: () => ({ bed: null })
  }),
  'housing.absconded': row({
    transition: 'T210',
    from: [...housed, 'security_alert', 'emergency_local', ...seeking, ...promised],
    to: 'absconded',
    label: { fr: 'Signaler une absence sans nouvelles', en: 'Report an unexplained absence' },
    done: { fr: 'Absence sans nouvelles signalée', en: 'Unexplained absence reported' },
    input: closed({
      lastSeenOn: date({ label: { fr: 'Vue pour la dernière fois le', en: 'Last seen on' } })
    }),
    guards: ['underRoof'],
    opens: [{ code: 'MNIO-RECONTACT' }, { code: 'MNIO-RECONTACT-LATER' }],
    effects: release,
    apply: () => ({ bed: null })
  }),
  'housing.ended': row({
    transition: 'T211',
    from: ['housed_acse', 'moved'],
    to: 'ended',
    label: { fr: 'Terminer l’accueil : le danger est passé', en: 'End the stay: the danger is over' },
    done: { fr: 'Accueil terminé : le danger est passé', en: 'Stay ended: the danger is over' },
    input: closed({
      on: date({ label: { fr: 'Date', en: 'Date' } }),
      next: choice(
        {
          chrs: { fr: 'CHRS', en: 'social reintegration housing (CHRS)' },
          ordinary: { fr: 'logement ordinaire', en: 'ordinary housing' },
          relatives: { fr: 'proches', en: 'relatives' },
          other: { fr: 'autre hébergement', en: 'other housing' }
        },
        { label: { fr: 'Logement suivant', en: 'Next housing' } }
      )
    }),
    effects: release,
    aloud: { word: outOfDanger },
    apply: () => ({ localDanger: false, danger: 'none', bed: null })
  })
}
