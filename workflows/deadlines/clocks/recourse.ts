import { clockOf, statute, type DeadlineRow } from '../row.ts'

const clock = clockOf(statute({ dataClass: 'F', calls: 'at its start', forecloses: true }))

/** Against what the CIVI or the guarantee fund decides. */
export const recourseClocks = {
  'D-CIVI-APPEAL': clock({
    stopsWhen: { done: ['civi.appealed'] },
    each: 'last first',
    label: { fr: 'Appel contre la décision de la CIVI', en: 'Appeal against the decision of the CIVI' },
    duration: { n: 1, unit: 'months' },
    startsOn: {
      fr: 'la réception de la lettre qui notifie la décision',
      en: 'the receipt of the letter that gives notice of the decision'
    },
    alerts: [15, 5],
    extendToWorkingDay: true,
    extendedBy: 'CPC.642',
    alertsBeforeExtension: true,
    filed: 'civilAppeal',
    basis: 'CPC.538',
    relief: {
      fr: 'Passé ce jour, l’appel peut encore être formé, et la cour dit s’il est recevable. Donnent plus de temps, entre autres : demeurer outre-mer ou à l’étranger (CPC 643 et 644) ; une notification qui n’indique pas le délai et les modalités de l’appel, ou que la personne n’a pas reçue (CPC 670-1, 680 et 693) ; une aide juridictionnelle demandée avant (décret 2020-1717, art. 43). Une aggravation du préjudice se demande à la CIVI (CPP 706-5-1).',
      en: 'After that day the appeal can still be lodged, and the court says whether it is admissible. More time is given, among others, by living overseas or abroad (CPC 643 and 644); by a notice that does not state the time to appeal and how, or that the person did not receive (CPC 670-1, 680 and 693); by legal aid asked for before (decree 2020-1717, art. 43). Harm grown worse is claimed to the CIVI (CPP 706-5-1).'
    }
  }),
  'D-CIVI-CASSATION': clock({
    stopsWhen: { done: ['civi.appealed'] },
    each: 'last first',
    label: {
      fr: 'Pourvoi contre l’arrêt de la cour d’appel (CIVI)',
      en: 'Appeal on points of law against the court of appeal (CIVI)'
    },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la notification de l’arrêt', en: 'the notice of the ruling' },
    alerts: [30, 10],
    extendToWorkingDay: true,
    extendedBy: 'CPC.642',
    alertsBeforeExtension: true,
    filed: 'civilCassation',
    basis: 'CPC.612',
    relief: {
      fr: 'Donnent plus de temps : demeurer outre-mer ou à l’étranger (CPC 643 et 644) ; une notification nulle, ou que la personne n’a pas reçue (CPC 680 et 693). L’aide juridictionnelle demandée avant peut l’interrompre : son texte n’a pas été lu.',
      en: 'More time is given by living overseas or abroad (CPC 643 and 644), and by a notice that is void or was not received (CPC 680 and 693). Legal aid asked for before may interrupt it: its text was not read.'
    }
  }),
  // No text read moves it to a working day: a request « présentée dans le mois », of which the last day is the safe one.
  'D-SARVI-RELIEF': clock({
    stopsWhen: { done: ['sarvi.relief_asked'] },
    label: {
      fr: 'Demander au président du tribunal d’être relevé de la forclusion',
      en: 'Ask the president of the court to be relieved of the lost time'
    },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la décision de refus du Fonds de garantie', en: 'the refusal by the guarantee fund' },
    alerts: [10, 3],
    basis: 'CPP.706-15-2'
  })
} as const satisfies Record<string, DeadlineRow>
