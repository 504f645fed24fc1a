import { clockOf, statute, type DeadlineRow, type Duration } from '../row.ts'
import { spelled } from '../spelled.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** A length, and the label that says it. */
export const lasting = <const D extends Duration>(duration: D, label: (length: Bilingual) => Bilingual) => ({
  duration,
  label: label(spelled(duration))
})

const clock = clockOf(
  statute({
    dataClass: 'F',
    // A conviction, even final, counts against the person convicted alone: against others the time still runs. Once the file is
    // erased nobody is left to warn.
    stopsWhen: { gone: ['case.erase'] },
    alerts: [365, 90],
    outlivesFile: true,
    restartedBy: 'CPP.9-2',
    relief: {
      fr: 'Ce délai avertit et ne ferme rien : plainte et signalement restent possibles, le parquet et le juge disent si les faits sont prescrits. Chaque acte d’enquête, d’instruction ou de poursuite et chaque jugement fait repartir le délai (CPP 9-2). Une condamnation définitive ne vaut que contre la personne condamnée : contre d’autres auteurs, le délai court encore. Des faits occultes ou dissimulés se comptent du jour où ils sont apparus (CPP 9-1). Textes lus dans leur version de janvier 2024.',
      en: 'This time limit warns and closes nothing: complaint and report remain possible, the prosecutor and the judge say whether the acts are time-barred. Each act of investigation or prosecution and each judgment starts it again (CPP 9-2). A final conviction counts against the person convicted alone: against others the time still runs. Hidden or concealed acts count from the day when they came to light (CPP 9-1). Texts read as of January 2024.'
    }
  })
)

const fromFacts = {
  startsOn: {
    fr: 'les derniers faits, ou l’acte qui a interrompu la prescription depuis',
    en: 'the last acts, or the act that has interrupted limitation since'
  }
} as const

/** The list of CPP 706-47 alone waits for majority: trafficking and procuring of a minor. */
const fromMajority = {
  startsOn: {
    fr: 'les dix-huit ans, ou l’acte qui a interrompu la prescription depuis',
    en: 'the eighteenth birthday, or the act that has interrupted limitation since'
  },
  secretDay: 'always'
} as const

export const limitationClocks = {
  'D-LIMIT': clock({
    ...lasting({ n: 6, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du délit : ${fr}`,
      en: `Limitation of the offence: ${en}`
    })),
    ...fromFacts,
    basis: 'CPP.8'
  }),
  'D-LIMIT-MINOR': clock({
    ...lasting({ n: 10, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du délit : ${fr} après la majorité`,
      en: `Limitation of the offence: ${en} after majority`
    })),
    ...fromMajority,
    basis: 'CPP.8'
  }),
  'D-LIMIT-CRIME': clock({
    ...lasting({ n: 20, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du crime : ${fr}`,
      en: `Limitation of the crime: ${en}`
    })),
    ...fromFacts,
    basis: 'CPP.7'
  }),
  'D-LIMIT-CRIME-MINOR': clock({
    ...lasting({ n: 30, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du crime : ${fr} après la majorité`,
      en: `Limitation of the crime: ${en} after majority`
    })),
    ...fromMajority,
    basis: 'CPP.7'
  })
} as const satisfies Record<string, DeadlineRow>
