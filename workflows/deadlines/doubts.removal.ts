import type { Doubt } from './doubts.ts'

/** What may give more time against a transfer, a detention or a wait at the border. */
export const removalDoubts = {
  hourOfOrder: {
    says: {
      fr: 'Heure de l’ordonnance inconnue : la date sûre compte dès le début de ce jour, la fin en droit dès sa fin',
      en: 'Hour of the order unknown: the safe end counts from the start of that day, the end in law from its end'
    },
    basis: 'CESEDA.R743-10',
    gives: 'the day of the notice'
  },
  hoursMoved: {
    says: {
      fr: 'Vingt-quatre heures qui finissent un samedi, un dimanche ou un jour férié sont prorogées au premier jour ouvrable (R743-10 ; Civ. 1re, 12 mai 2010, n° 09-12.960)',
      en: 'Twenty-four hours that end on a Saturday, a Sunday or a public holiday are extended to the next working day (R743-10; Civ. 1re, 12 May 2010, no. 09-12.960)'
    },
    basis: 'CPC.642',
    gives: 'the next working day'
  },
  asylumUnstated: {
    says: {
      fr: 'Voies et délai de recours non mentionnés dans la notification : le délai n’est pas opposable',
      en: 'Ways and time of appeal not stated in the notice: the time limit does not hold'
    },
    basis: 'CESEDA.R532-10',
    gives: 'no end'
  },
  asylumMaybeUnstated: {
    says: {
      fr: 'À vérifier : si la notification ne mentionne pas les voies et le délai de recours, il n’est pas opposable',
      en: 'To be checked: if the notice does not state the ways and time of appeal, it does not hold'
    },
    basis: 'CESEDA.R532-10',
    gives: 'no end'
  },
  clearMonthOfAsylumCourt: {
    says: {
      fr: 'Sauf texte contraire, un délai de recours devant une juridiction administrative est franc (CE, 5 octobre 2018, n° 409579 ; 15 décembre 2023, n° 472836) : un jour de plus, reporté au jour ouvrable. Le code dit un mois sans plus (L532-1, R532-10) : la date sûre est ce mois',
      en: 'Unless a text says otherwise, a time to go to an administrative court is of clear days (CE, 5 October 2018, no. 409579; 15 December 2023, no. 472836): one day more, moved to a working day. The code says a month and no more (L532-1, R532-10): that month is the safe date'
    },
    basis: 'CE.409579',
    gives: { more: { n: 1, unit: 'days' }, moved: true }
  },
  asylumNotNoticed: {
    says: {
      fr: 'Jour de la notification inconnu : le mois pour saisir la CNDA ne court que de ce jour (L532-1) ; la date sûre compte depuis la décision',
      en: 'The day of the notice is unknown: the month to go to the asylum court runs only from it (L532-1); the safe date counts from the decision'
    },
    basis: 'CESEDA.L532-1',
    gives: 'no end'
  },
  maybeByAsylumCourt: {
    says: {
      fr: 'Qui a décidé n’est pas dit : si c’est la CNDA, elle n’est pas saisie de nouveau, et le pourvoi se forme en deux mois devant le Conseil d’État (CJA R821-1). Lisez la décision',
      en: 'Who decided is not said: if it was the asylum court, it is not asked again, and two months run to the Conseil d’État (CJA R821-1). Read the decision'
    },
    basis: 'CJA.R821-1',
    gives: 'no end'
  },
  asylumAid: {
    says: {
      fr: 'Aide juridictionnelle demandée pour la CNDA : elle peut interrompre le délai ou le suspendre (loi n° 91-647, art. 9-4, non lu). La date sûre reste la même : ne comptez pas dessus',
      en: 'Legal aid asked for before the asylum court: it may interrupt or suspend the time (law no. 91-647, art. 9-4, not read). The safe date stays the same: do not rely on it'
    },
    basis: 'L1991-647.9-4',
    gives: 'no end'
  },
  monthOfAsylumCourt: {
    says: {
      fr: 'La notification dit moins d’un mois : le règlement 2024/1348 (art. 67) laisse de cinq jours à un mois à la loi nationale, et le code lu dit un mois (L532-1). Suivez le jour indiqué ; le mois peut être invoqué',
      en: 'The notice says less than a month: Regulation 2024/1348 (art. 67) leaves from five days to a month to national law, and the code that was read says a month (L532-1). Follow the stated day; the month may be argued'
    },
    basis: 'CESEDA.L532-1',
    gives: { untilAfter: { n: 1, unit: 'months' }, clear: true }
  },
  unionWeek: {
    says: {
      fr: 'Notifiée depuis le 1er juillet 2026 : le droit de l’Union veut une semaine au moins pour ce recours, et le code dit quarante-huit heures ; d’une demande enregistrée avant, seuls les critères restent ceux de 2013 (art. 84, par. 2)',
      en: 'Notified since 1 July 2026: Union law wants a week at least for this appeal, and the code says forty-eight hours; of a claim registered before, the criteria alone remain those of 2013 (art. 84, par. 2)'
    },
    basis: 'EU.2024-1351.43',
    gives: { untilAfter: { n: 7, unit: 'days' } },
    onceInForce: true
  },
  transferAppealed: {
    says: {
      fr: 'Recours formé : il interrompt les six mois, qui courent en entier à partir de la notification au préfet du jugement qui le rejette (CE, 24 sept. 2018, n° 420708 ; 27 mai 2019, n° 421276, lus par des commentaires). Sous 2024/1351, seul un recours suspensif le fait',
      en: 'Appealed against: the six months are interrupted and run whole from the notice to the prefect of the judgment that rejects the appeal (CE, 24 Sept. 2018, no. 420708; 27 May 2019, no. 421276, read in accounts). Under 2024/1351 an appeal with suspensive effect alone does so'
    },
    basis: 'EU.2024-1351.46',
    gives: 'no end'
  },
  transferJudged: {
    says: {
      fr: 'Recours rejeté, dont le dépôt n’était pas connu : s’il visait ce transfert, les six mois courent en entier de la notification du jugement au préfet (2024/1351, art. 46, par. 1)',
      en: 'An appeal of which the filing was not known is rejected: where it was against this transfer, the six months run whole from the notice of the judgment to the prefect (2024/1351, art. 46, par. 1)'
    },
    basis: 'EU.2024-1351.46',
    gives: { anewAfter: { n: 0, unit: 'days' } }
  },
  transferJudgmentNotice: {
    says: {
      fr: 'Jour de la notification du jugement à la personne inconnu : le délai de pourvoi ne court que de ce jour',
      en: 'The day on which the person was notified of the judgment is unknown: the time runs only from it'
    },
    basis: 'CJA.R821-1',
    gives: 'no end'
  },
  fiveDaysInMayotte: {
    says: {
      fr: 'À Mayotte, L761-8 (5°) remplace « quarante-huit heures » par « cinq jours » dans des articles qui disent aujourd’hui quatre jours : comptez quatre jours, et cinq peuvent être opposés',
      en: 'In Mayotte L761-8 (5°) replaces “forty-eight hours” by “five days” in articles that now say four days: count four days, and five may be argued'
    },
    basis: 'CESEDA.L761-8',
    gives: { more: { n: 1, unit: 'days' } }
  },
  firstDayOfZone: {
    says: {
      fr: 'L’avis qui compte le jour de la notification est de la rétention (L742-1) ; la zone d’attente a les mêmes mots (L342-1), et peut compter un jour de plus',
      en: 'The opinion that counts the day of the notice is of detention (L742-1); the waiting zone has the same words (L342-1), and may count a day more'
    },
    basis: 'CESEDA.L342-1',
    gives: { more: { n: 1, unit: 'days' } }
  },
  firstDayOfContest: {
    says: {
      fr: 'L’avis n° 24-70.008, qui compte le jour de la notification, est de la durée de la rétention (L742-1) ; le délai pour contester peut ne pas le compter (CPC 641), et finir un jour plus tard. Un tribunal a jugé tardive une requête de ce cinquième jour (lu dans un résumé) : agissez dans les quatre',
      en: 'Opinion no. 24-70.008, which counts the day of the notice, is of the length of detention (L742-1); the time to contest it may leave that day out (CPC 641), and end a day later. A court has held a claim of that fifth day late (read in a summary): act within the four'
    },
    basis: 'CPC.641',
    gives: { more: { n: 1, unit: 'days' } }
  },
  maybeNotInformed: {
    says: {
      fr: 'À vérifier : le mois contre l’obligation de quitter n’est réduit à sept jours que par une assignation de l’article L731-1, et du jour où l’autorité en informe la personne (R921-1) ; la date sûre est celle des sept jours, la fin en droit au moins celle du mois',
      en: 'To be checked: the month against the obligation to leave is cut to seven days only by a house arrest of article L731-1, and from the day on which the authority tells the person so (R921-1); the safe date is that of the seven days, the end in law at least that of the month'
    },
    basis: 'CESEDA.R921-1',
    gives: { untilAfter: { n: 1, unit: 'months' }, clear: true }
  },
  aidBeforeCut: {
    says: {
      fr: 'À vérifier : aide juridictionnelle demandée avant l’assignation, la rétention ou la détention. « Les actes de procédure précédemment accomplis demeurent valables » (R911-9) : le délai peut rester ouvert jusqu’à la décision d’aide. La date sûre est celle du délai réduit, que rien ne proroge (R921-3)',
      en: 'To be checked: legal aid asked for before the house arrest, the detention or the prison. What was done before stays valid (R911-9): the time may stay open until aid is decided. The safe date is that of the shorter time, which nothing extends (R921-3)'
    },
    basis: 'CESEDA.R911-9',
    gives: 'no end'
  },
  laterFacts: {
    says: {
      fr: 'Les cinq jours ne sont pas opposables à qui invoque des faits survenus après leur fin',
      en: 'The five days do not hold against whoever relies on facts that arose after they ended'
    },
    basis: 'CESEDA.L754-1',
    gives: 'no end'
  },
  heldUntilUnknown: {
    says: {
      fr: 'Fin écrite sur l’ordonnance inconnue : lisez-la et enregistrez l’ordonnance de nouveau avec ce jour. Jusque-là les quatre jours courent toujours, et leur fin est la date sûre',
      en: 'The end on the order is not known: read it, and record the order again with that day. Until then the four days still run, and their end is the safe date'
    },
    basis: 'CESEDA.L742-1',
    gives: 'no end'
  }
} as const satisfies Record<string, Doubt>
