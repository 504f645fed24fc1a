import type { Leaves, Recalls } from '../../act/command.ts'
import { choice, optional } from '../../vocabulary/fields.ts'

// A decision may be final for one accused while the others are still tried: « la procédure pénale » of the permit goes on (CESEDA
// L425-1), and the time before the CIVI with it (CPP 706-5).

export const ofAnother = { field: 'accused', is: 'another' } as const

const another = { fr: 'une autre personne poursuivie', en: 'another accused' } as const
const same = {
  fr: 'la personne visée par le dernier jugement enregistré',
  en: 'the accused of the last recorded judgment'
} as const
const goesOn = {
  fr: 'Si elle concerne une autre personne, elle n’arrête pas le délai d’appel qui court, et les poursuites continuent.',
  en: 'Of another accused, it does not stop a time to appeal that runs, and the prosecution goes on.'
} as const
/** What ends nothing by itself: unsaid, a trial or an appeal that the file knows of goes on. */
const unsaid = {
  fr: `${goesOn.fr} Sans réponse, un procès ou un appel en cours reste ouvert.`,
  en: `${goesOn.en} Unsaid, a trial or an appeal that is under way stays open.`
} as const

const label = { fr: 'La décision concerne', en: 'The decision is on' } as const

/** Another’s conviction or acquittal leaves the civil party’s own time to appeal as it is. */
export const accused = optional(choice({ same, another }, { label, hint: goesOn, dataClass: 'F' }))
export const acquitted = optional(choice({ same, another }, { label, hint: unsaid, dataClass: 'F' }))
/** A judge may find no case for one and send the others for trial in one order. */
export const cleared = optional(
  choice(
    {
      same: {
        fr: 'toute la procédure : personne d’autre n’est poursuivi',
        en: 'the whole procedure: nobody else is prosecuted'
      },
      another: {
        fr: 'une seule des personnes poursuivies : d’autres le restent',
        en: 'one accused only: others are still prosecuted'
      }
    },
    { label, hint: unsaid, dataClass: 'F' }
  )
)

type Said = { accused?: 'same' | 'another' }

export const othersPursued: Leaves<Said> = ({ accused: said }, { regions: { judicial } }) =>
  said === 'another' || (said === undefined && (judicial === 'trial' || judicial === 'on_appeal'))

/** Beside a conviction, which stays, it is the end of what was still pursued: only where that is said. */
export const othersDone: Recalls<Said> = (_facts, input, { older, from }) =>
  !older && input.accused === 'same' && from.judicial === 'convicted_final' ? { procedureOpen: false } : {}
