import type { Doubt } from './doubts.ts'

const noDays = { n: 0, unit: 'days' } as const

/** What a judgment, a prosecution or a decision of the CIVI leaves in doubt. */
export const justiceDoubts = {
  judgmentNotice: {
    says: {
      fr: 'Jour de la notification du jugement inconnu : le délai d’appel ne court que de ce jour',
      en: 'The day of the notice of the judgment is unknown: the time to appeal runs only from it'
    },
    basis: 'CJA.R811-2',
    gives: 'no end'
  },
  distanceOfAppeal: {
    says: {
      fr: 'La personne demeure outre-mer et la cour est ailleurs, ou loin de la collectivité du tribunal : un mois de plus pour contester le jugement',
      en: 'The person lives overseas while the court is elsewhere, or away from an overseas court: one month more against the judgment'
    },
    basis: 'CJA.R811-5',
    gives: { more: { n: 1, unit: 'months' } }
  },
  abroadOfAppeal: {
    says: {
      fr: 'La personne demeure à l’étranger : deux mois de plus pour contester le jugement',
      en: 'The person lives abroad: two months more against the judgment'
    },
    basis: 'CJA.R811-5',
    gives: { more: { n: 2, unit: 'months' } }
  },
  endNotNoticed: {
    says: {
      fr: 'Jour de la notification inconnu : sans elle, aucun délai ne court ; si la personne l’a reçue avant le jour saisi, le délai a commencé plus tôt : vérifiez la lettre',
      en: 'The day of the notice is unknown: without one no time runs; received before the day entered, it started the time earlier: check the letter'
    },
    basis: 'CJA.R421-5',
    gives: 'no end'
  },
  maybeTwoMonths: {
    says: {
      fr: 'Un mois si le jugement porte sur une obligation de quitter le territoire (CESEDA R911-8 et R922-27), deux mois sinon',
      en: 'One month where the judgment is on an obligation to leave (CESEDA R911-8 and R922-27), two months otherwise'
    },
    basis: 'CJA.R811-2',
    gives: { more: { n: 1, unit: 'months' } }
  },
  maybeRefusalAlone: {
    says: {
      fr: 'Un mois si une obligation de quitter le territoire vient avec le refus ou le retrait (CESEDA L614-1, L911-1), deux mois sinon (CJA R421-1) : vérifiez la lettre',
      en: 'One month where an obligation to leave comes with the refusal or withdrawal (CESEDA L614-1, L911-1), two months otherwise (CJA R421-1): check the letter'
    },
    basis: 'CJA.R421-1',
    gives: { more: { n: 1, unit: 'months' } }
  },
  notServed: {
    says: {
      fr: 'Pas encore signifié à la personne, qui n’était ni présente, ni représentée, ni informée du jour du prononcé : le délai n’a pas commencé (CPP 498, 380-9 et 568)',
      en: 'Not served yet on the person, who was neither present nor represented, nor told the day: time has not begun (CPP 498, 380-9 and 568)'
    },
    basis: 'CPP.498',
    gives: 'no end'
  },
  maybeOtherJudgment: {
    says: {
      fr: 'À vérifier : si le jugement signifié n’est pas celui-là, ce délai n’a pas commencé (CPP 498 et 380-9)',
      en: 'To be checked: where the judgment served is not this one, this time has not begun (CPP 498 and 380-9)'
    },
    basis: 'CPP.498',
    gives: 'no end'
  },
  fromNotice: {
    says: {
      fr: 'Arrêt de la chambre de l’instruction : pour qui n’était pas à l’audience, le délai court de la signification ou de la notification (CPP 217 et 568)',
      en: 'Ruling of the investigating chamber: for whoever was not at the hearing, time runs from its service or notice (CPP 217 and 568)'
    },
    basis: 'CPP.217',
    gives: { anewAfter: noDays }
  },
  prosecuted: {
    says: {
      fr: 'Poursuites en cours : le délai est prorogé et n’expire qu’un an après la décision définitive',
      en: 'A prosecution is under way: time is extended and ends only one year after the final decision'
    },
    basis: 'CPP.706-5',
    gives: 'no end'
  },
  yearOfDecision: {
    says: {
      fr: 'Poursuites exercées : le délai n’expire qu’un an après la décision définitive',
      en: 'There was a prosecution: time ends only one year after the final decision'
    },
    basis: 'CPP.706-5',
    gives: { untilAfter: { n: 1, unit: 'years' } }
  },
  laterDecision: {
    says: {
      fr: 'Décision devenue définitive plus tard, ou rendue plus tard contre une autre personne poursuivie : l’année court de ce jour',
      en: 'A decision final later, or given later against another person: the year runs from that day'
    },
    basis: 'CPP.706-5',
    gives: { anewAfter: noDays }
  },
  laterFinal: {
    says: {
      fr: 'Décision devenue définitive plus tard, contre une autre personne poursuivie ou sur les intérêts civils : l’année court de ce jour',
      en: 'A decision against another person or on the civil claim, final later: the year runs from that day'
    },
    basis: 'CPP.706-15-2',
    gives: { anewAfter: noDays }
  },
  laterAward: {
    says: {
      fr: 'Décision devenue définitive plus tard, contre une autre personne poursuivie ou sur les intérêts civils : les six mois courent de ce jour',
      en: 'A decision against another person or on the civil claim, final later: the six months run from that day'
    },
    basis: 'CPP.706-164',
    gives: { anewAfter: noDays }
  },
  maybeAwardedLater: {
    says: {
      fr: 'Si une décision plus tardive accorde des dommages et intérêts, contre une autre personne poursuivie ou sur les intérêts civils, les six mois ne courent que du jour où elle est définitive',
      en: 'Where a later decision, against another person or on the civil claim, awards damages, the six months run only from the day when it is final'
    },
    basis: 'CPP.706-164',
    gives: 'no end'
  },
  laterCivil: {
    says: {
      fr: 'Décision sur les intérêts civils devenue définitive plus tard : l’année court de ce jour',
      en: 'A decision on the civil claim, final later: the year runs from that day'
    },
    basis: 'CPP.706-8',
    gives: { anewAfter: noDays }
  },
  maybeCivilLater: {
    says: {
      fr: 'Si une décision plus tardive accorde des dommages et intérêts, l’année ne court que du jour où elle est définitive',
      en: 'Where a later decision awards damages, the year runs only from the day when it is final'
    },
    basis: 'CPP.706-8',
    gives: 'no end'
  },
  aidInterrupts: {
    says: {
      fr: 'Aide juridictionnelle demandée devant la CIVI : le délai est interrompu, et court à nouveau en entier de ce jour au plus tôt (CPP R50-7)',
      en: 'Legal aid asked for before the CIVI: time is interrupted, and runs whole again from that day at the earliest (CPP R50-7)'
    },
    basis: 'CPP.R50-7',
    gives: { anewAfter: noDays }
  },
  livesOverseas: {
    says: {
      fr: 'La personne demeure outre-mer et le tribunal est en métropole, ou hors de la collectivité du tribunal : un mois de plus (CPC 643 et 644)',
      en: 'The person lives overseas and the court is in mainland France, or outside the territory of the court: one month more (CPC 643 and 644)'
    },
    basis: 'CPC.643',
    gives: { more: { n: 1, unit: 'months' } }
  },
  livesAbroad: {
    says: {
      fr: 'La personne demeure à l’étranger : deux mois de plus (CPC 643 et 644)',
      en: 'The person lives abroad: two months more (CPC 643 and 644)'
    },
    basis: 'CPC.643',
    gives: { more: { n: 2, unit: 'months' } }
  },
  fundNotice: {
    says: {
      fr: 'Refus notifié plus tard : le texte dit « le mois suivant la décision de refus », et la personne peut ne l’avoir connue que ce jour',
      en: 'Refusal notified later: the text says the month that follows the decision, and the person may have known of it only on that day'
    },
    basis: 'CPP.706-15-2',
    gives: { anewAfter: noDays }
  },
  childNotTold: {
    says: {
      fr: 'Ni la notification à l’enfant, ni le jour où il en a eu connaissance ne sont connus : les quinze jours ne courent que de là (CPC 1191) ; la date sûre compte depuis la décision',
      en: 'Neither the notice to the child nor the day on which they knew of it is known: the fifteen days run only from there (CPC 1191); the safe date counts from the decision'
    },
    basis: 'CPC.1191',
    gives: 'no end'
  },
  civilUnstated: {
    says: {
      fr: 'Délai et modalités de l’appel non indiqués dans la notification : elle encourt la nullité, et le délai n’est pas opposable (CPC 680 et 693)',
      en: 'The time to appeal and how to do so are not stated in the notice: it may be void, and the time limit does not hold (CPC 680 and 693)'
    },
    basis: 'CPC.680',
    gives: 'no end'
  },
  civilMaybeUnstated: {
    says: {
      fr: 'À vérifier : si la notification n’indique pas le délai et les modalités de l’appel, le délai n’est pas opposable (CPC 680 et 693)',
      en: 'To be checked: if the notice does not state the time to appeal and how to do so, the time limit does not hold (CPC 680 and 693)'
    },
    basis: 'CPC.680',
    gives: 'no end'
  },
  inadmissibleOnAppeal: {
    says: {
      fr: 'Irrecevabilité jugée ou confirmée en appel : l’année court « de la notification de la décision de la commission » ; si l’arrêt compte comme elle, elle court de sa notification',
      en: 'Found inadmissible, or so confirmed, on appeal: the year runs from the notice of the commission’s decision; if the ruling counts as that, from the notice of the ruling'
    },
    basis: 'CPP.706-5',
    gives: { anewAfter: noDays }
  },
  maybeInadmissible: {
    says: {
      fr: 'Si la CIVI juge une demande irrecevable, l’année ne court que de la notification de sa décision',
      en: 'Where the CIVI finds a claim inadmissible, the year runs only from the notice of its decision'
    },
    basis: 'CPP.706-5',
    gives: 'no end'
  }
} as const satisfies Record<string, Doubt>
