import type { Leaves, Recalls } from '../../act/command.ts'
import { anotherAccused, isOfAnother, type OnAccused } from '../../facts/accused.ts'
import { choice, optional } from '../../vocabulary/fields.ts'

// A decision may be final for one accused while the others are still tried: « la procédure pénale » of the permit goes on (CESEDA
// L425-1), and the time before the CIVI with it (CPP 706-5).

const same = {
  fr: 'la personne visée par le dernier jugement enregistré',
  en: 'the accused of the last recorded judgment'
} as const
const goesOn = {
  fr: 'Si elle concerne une autre personne, elle n’arrête pas le délai d’appel qui court, et les poursuites continuent.',
  en: 'Of another accused, it does not stop a time to appeal that runs, and the prosecution goes on.'
} as const
/** Nor does a conviction close what others are still tried for: only who knows that nobody is says so. */
const staysOpen = {
  fr: `${goesOn.fr} Sans réponse, la procédure reste ouverte : le titre se renouvelle « pendant toute la durée de la procédure pénale » (L425-1).`,
  en: `${goesOn.en} Unsaid, the procedure stays open: the permit is renewed as long as it lasts (L425-1).`
} as const
const alone = {
  fr: 'la dernière personne poursuivie : personne d’autre ne l’est ; sinon, laissez vide',
  en: 'the last accused: nobody else is prosecuted; otherwise leave this empty'
} as const
/** What ends nothing by itself: unsaid, a trial or an appeal that the file knows of goes on. */
const unsaid = {
  fr: `${goesOn.fr} Sans réponse, un procès ou un appel en cours reste ouvert.`,
  en: `${goesOn.en} Unsaid, a trial or an appeal that is under way stays open.`
} as const

const label = { fr: 'La décision concerne', en: 'The decision is on' } as const

/** Another’s conviction or acquittal leaves the civil party’s own time to appeal as it is. */
export const accused = optional(
  choice({ same: alone, another: anotherAccused }, { label, hint: staysOpen, dataClass: 'F' })
)
export const acquitted = optional(
  choice({ same, another: anotherAccused }, { label, hint: unsaid, dataClass: 'F' })
)
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

/** Of a conviction, only what is said to be of the last accused closes the procedure (CESEDA L425-1, CPP 706-5). */
export const stillPursued = ({ accused: said }: OnAccused, open: boolean): boolean => said !== 'same' && open

export const othersPursued: Leaves<OnAccused> = (input, { regions: { judicial } }) =>
  isOfAnother(input) || (input.accused === undefined && (judicial === 'trial' || judicial === 'on_appeal'))

/** Beside a conviction, which stays, it is the end of what was still pursued: only where that is said. */
export const othersDone: Recalls<OnAccused> = (_facts, input, { older, from }) =>
  !older && input.accused === 'same' && from.judicial === 'convicted_final' ? { procedureOpen: false } : {}
