import type { Doubt } from './doubts.ts'

/** What may give more time for what another party does, for the age of the person, for who has decided, or for which decision is meant. */
export const partiesDoubts = {
  crossAppeal: {
    says: {
      fr: 'Une autre partie a fait appel pendant ces dix jours : cinq jours de plus, qui s’ajoutent aux dix et ne partent pas de cet appel (CPP 500 et 380-10 ; quinze jours en tout, disent des commentaires)',
      en: 'Another party has appealed within these ten days: five days more, which are added to the ten and do not run from that appeal (CPP 500 and 380-10; fifteen days in all, commentary says)'
    },
    basis: 'CPP.500',
    gives: { more: { n: 5, unit: 'days' } }
  },
  afterCrossAppeal: {
    says: {
      fr: 'Appel d’une autre partie formé le dernier jour, ou le jour ouvrable qui le prolonge : jamais moins de cinq jours après lui',
      en: 'Another party’s appeal on the last day, or on the working day that extends it: never less than five days after it'
    },
    basis: 'CPP.500',
    gives: { untilAfter: { n: 5, unit: 'days' } }
  },
  maybeOtherAppealed: {
    says: {
      fr: 'À vérifier : si l’appel de l’autre partie vise ce jugement-là, que rien ne désigne ; s’il en vise un autre, il ne donne rien ici, et la date sûre est la fin (CPP 500 et 380-10)',
      en: 'To be checked: whether the other party’s appeal is against this judgment, which nothing names; against another it gives nothing here, and the safe date is the end (CPP 500 and 380-10)'
    },
    basis: 'CPP.500',
    gives: 'nothing'
  },
  maybeOtherServed: {
    says: {
      fr: 'À vérifier : jugement par défaut signifié, alors que la personne était là à celui qui est enregistré ; les dix jours (cinq en cassation) sont comptés de la signification d’un autre, que rien ne désigne (CPP 498, 380-9 et 568)',
      en: 'To be checked: a default judgment was served, and the person was there at the one recorded; the ten days (five on points of law) count from the service of another, which nothing names (CPP 498, 380-9 and 568)'
    },
    basis: 'CPP.498',
    gives: 'nothing'
  },
  maybeOtherDecision: {
    says: {
      fr: 'À vérifier : rien ne dit de façon sûre quelle décision cette aide, ce recours ou cette demande concerne ; si ce n’est pas celle-ci, la date sûre est la fin si rien d’autre ne l’allonge. Dites-le avec la réponse, par le jour de sa notification',
      en: 'To be checked: nothing says for certain which decision this aid, appeal or request is about; where it is another, the safe date is the end if nothing else extends it. Say it with the answer, by the day of its notice'
    },
    basis: 'CJA.R421-1',
    gives: 'nothing'
  },
  maybeAskedLate: {
    says: {
      fr: 'À vérifier : demandé après la date sûre ; si rien ne laissait ce délai ouvert ce jour-là, la réponse n’y change rien, et la date sûre est la fin si rien d’autre ne l’allonge',
      en: 'To be checked: asked for after the safe date; where nothing left this time open on that day, the answer changes nothing, and the safe date is the end if nothing else extends it'
    },
    basis: 'CJA.R421-1',
    gives: 'nothing'
  },
  recourseAnswered: {
    says: {
      fr: 'Un recours administratif rejeté a fait courir ce délai de nouveau, ou peut l’avoir fait : un autre, formé ensuite, ne l’interrompt plus. Gracieux et hiérarchique formés tous deux dans le premier délai, il ne court de nouveau que du rejet de l’un et de l’autre (L411-2)',
      en: 'An administrative appeal that was rejected has made this time run anew, or may have: another, made after it, interrupts it no more. Where reconsideration and an appeal to the superior were both made within the first time, it runs anew only once both are rejected (L411-2)'
    },
    basis: 'CRPA.L411-2',
    gives: 'nothing'
  },
  reasonsAnswered: {
    says: {
      fr: 'Les motifs ont déjà été communiqués : les demander de nouveau ne prolonge pas ce délai (L232-4)',
      en: 'The reasons were given already: asking for them again does not extend this time (L232-4)'
    },
    basis: 'CRPA.L232-4',
    gives: 'nothing'
  },
  aidRanAnew: {
    says: {
      fr: 'Une décision d’aide juridictionnelle a déjà fait courir ce délai de nouveau, ou peut l’avoir fait : aucun texte lu ici ne dit qu’une autre demande le prolonge (décret 2020-1717, art. 43)',
      en: 'A decision on legal aid has already made this time run anew, or may have: no text read here says that another request extends it (decree 2020-1717, art. 43)'
    },
    basis: 'D2020-1717.43',
    gives: 'nothing'
  },
  maybeOtherLeaving: {
    says: {
      fr: 'À vérifier : rien ne dit de façon sûre quelle obligation de quitter est réduite (R921-1) ; la date sûre est celle du délai réduit, la fin en droit au moins celle du mois',
      en: 'To be checked: nothing says for certain which obligation to leave is cut (R921-1); the safe date is that of the shorter time, the end in law at least that of the month'
    },
    basis: 'CESEDA.R921-1',
    gives: { untilAfter: { n: 1, unit: 'months' }, clear: true }
  },
  maybeAidOfMonth: {
    says: {
      fr: 'À vérifier : si ce délai n’a pas été réduit, la décision d’aide juridictionnelle fait courir un mois, quinze jours après elle (ou la désignation de l’avocat) ; la fin en droit est celle de ce mois, la date sûre ne change pas (art. 43)',
      en: 'To be checked: where this time was not cut, the decision on legal aid makes a month run, fifteen days after it (or the lawyer’s designation); the end in law is that of this month, the safe date does not change (art. 43)'
    },
    basis: 'D2020-1717.43',
    gives: { untilAfter: { n: 1, unit: 'months' }, clear: true, since: { n: 15, unit: 'days' } }
  },
  maybeOtherWeek: {
    says: {
      fr: 'À vérifier : rien ne dit de façon sûre quelle obligation de quitter est réduite (L921-2) ; la date sûre est celle des 48 heures, la fin en droit celle des sept jours francs',
      en: 'To be checked: nothing says for certain which obligation to leave is cut (L921-2); the safe date is that of the 48 hours, the end in law that of the seven clear days'
    },
    basis: 'CESEDA.L921-2',
    gives: { untilAfter: { n: 8, unit: 'days' } }
  },
  maybeCutLate: {
    says: {
      fr: 'À vérifier : si le mois courait encore le jour de l’assignation ou de l’incarcération, et si l’autorité ou le greffe a informé la personne, même après, qu’il est interrompu (R921-1, R921-2), sept jours courent de cette information (francs, juge une cour d’appel) ; la date sûre reste la plus proche des deux',
      en: 'To be checked: where the month still ran on the day of the house arrest or of the prison, and the authority or the prison registry told the person, be it later, that it is interrupted (R921-1, R921-2), seven days run from that information (clear ones, a court of appeal holds); the safe date stays the nearer of the two'
    },
    basis: 'CESEDA.R921-1',
    gives: { untilAfter: { n: 8, unit: 'days' }, asIs: true }
  },
  maybeKeptLate: {
    says: {
      fr: 'À vérifier : si le mois ou les sept jours couraient encore le jour du placement en rétention, et si la personne en a été informée, même après (R921-1), 48 heures courent de cette information ; la fin en droit compte ici ce jour entier, la date sûre reste la plus proche',
      en: 'To be checked: where the month or the seven days still ran on the day of the detention, and the person was told of it, be it later (R921-1), 48 hours run from that information; the end in law counts that whole day here, the safe date stays the nearer'
    },
    basis: 'CESEDA.R921-1',
    gives: { untilAfter: { n: 2, unit: 'days' }, asIs: true }
  },
  // No act leaves these two any more: a clock that an earlier count left so tells them until the next act upon it.
  maybeCutBefore: {
    says: {
      fr: 'À vérifier : une assignation ou une détention antérieure à ce qui est compté a été notée après coup ; si elle a interrompu le mois (R921-1, R921-2), sept jours couraient déjà de ce jour-là. La date sûre est la leur ; la fin en droit reste celle qui était comptée',
      en: 'To be checked: a house arrest or prison earlier than what is counted was written down afterwards; where it interrupted the month (R921-1, R921-2), seven days ran from that day already. The safe date is theirs; the end in law stays the one that was counted'
    },
    basis: 'CESEDA.R921-1',
    gives: { safeWithin: { n: 7, unit: 'days' } }
  },
  maybeKeptBefore: {
    says: {
      fr: 'À vérifier : une rétention et un autre acte n’ont pas été notés dans l’ordre de leurs jours ; si elle a interrompu le délai (R921-1), 48 heures ont couru de ce jour-là, comptées ici de son début. La date sûre est la leur ; la fin en droit reste celle qui était comptée',
      en: 'To be checked: a detention centre and another act were not written down in the order of their days; where it interrupted the time (R921-1), 48 hours ran from that day, counted here from its beginning. The safe date is theirs; the end in law stays the one that was counted'
    },
    basis: 'CESEDA.R921-1',
    gives: { safeWithin: { n: 1, unit: 'days' } }
  },
  maybeCutBeside: {
    says: {
      fr: 'À vérifier : assignation ou détention dite d’une autre décision. Le texte vise la personne, non une obligation (R921-1, R921-2) : si ce mois est interrompu lui aussi, sept jours courent de ce jour-là. La date sûre est la leur ; la fin en droit est celle de la lecture la plus longue',
      en: 'To be checked: a house arrest or prison said of another decision. The text is of the person, not of one obligation (R921-1, R921-2): where this month is interrupted as well, seven days run from that day. The safe date is theirs; the end in law is that of the longest reading'
    },
    basis: 'CESEDA.R921-1',
    gives: { safeWithin: { n: 7, unit: 'days' } }
  },
  maybeKeptBeside: {
    says: {
      fr: 'À vérifier : rétention dite d’une autre décision. Le texte vise la personne, non une décision (R921-1) : si ce délai est interrompu lui aussi, 48 heures courent de ce jour-là, comptées ici de son début. La date sûre est la leur ; la fin en droit est celle de la lecture la plus longue',
      en: 'To be checked: a detention centre said of another decision. The text is of the person, not of one decision (R921-1): where this time is interrupted as well, 48 hours run from that day, counted here from its beginning. The safe date is theirs; the end in law is that of the longest reading'
    },
    basis: 'CESEDA.R921-1',
    gives: { safeWithin: { n: 1, unit: 'days' } }
  },
  maybeAnsweredBefore: {
    says: {
      fr: 'À vérifier : selon la réponse qui compte, ou la décision qu’elle concerne, le délai entier court peut-être d’un jour antérieur. La date sûre est la fin la plus proche ; la fin en droit est celle de la lecture la plus longue',
      en: 'To be checked: by the answer that counts, or the decision that it is about, the whole time may run from an earlier day. The safe date is the nearest end; the end in law is that of the longest reading'
    },
    basis: 'CJA.R421-1',
    gives: { safeWithin: 'the whole time' }
  },
  maybeOfLaterKnown: {
    says: {
      fr: 'À vérifier : ce qui a déplacé ce délai ne dit pas quelle décision il concerne, et une autre, notée depuis, avait aussi son délai ce jour-là (CJA R421-1). Si c’est l’autre décision, ce délai-ci n’a pas changé : la date sûre est sa première fin ; la fin en droit reste au moins celle qui était comptée',
      en: 'To be checked: what moved this time does not say which decision it is about, and another, written down since, had its time on that day as well (CJA R421-1). Where it is the other decision, this time has not changed: the safe date is its first end; the end in law stays at least the one that was counted'
    },
    basis: 'CJA.R421-1',
    gives: { safeWithin: 'that day' }
  },
  tooManyMeanings: {
    says: {
      fr: 'Trop d’actes, dont rien ne dit de façon sûre la décision : toutes les lectures ne sont pas comptées. La date sûre est la plus proche ; aucune fin en droit n’est dite. Dites la décision de chaque acte, par le jour de sa notification',
      en: 'Too many acts, of which nothing says the decision for certain: not every reading is counted. The safe date is the nearest; no end in law is told. Say the decision of each act, by the day of its notice'
    },
    basis: 'CJA.R421-1',
    gives: 'no end'
  },
  maybeTenDaysRan: {
    says: {
      fr: 'Jugement non enregistré : si les dix jours de la personne couraient encore le jour de cet appel, les cinq jours s’y ajoutent, donc au plus tard quinze jours après cet appel (CPP 498 à 500, 380-9, 380-10)',
      en: 'Judgment not recorded: where the person’s ten days still ran on the day of that appeal, the five are added to them, so at the latest fifteen days after it (CPP 498 to 500, 380-9, 380-10)'
    },
    basis: 'CPP.500',
    gives: { more: { n: 10, unit: 'days' } }
  },
  childAtWork: {
    says: {
      fr: 'Personne mineure : la prescription ne court pas contre elle avant ses dix-huit ans, sauf pour les salaires (C. civ. 2235) ; la date sûre compte sans cela, la fin en droit depuis ses dix-huit ans',
      en: 'A minor: limitation does not run against them before eighteen, save for wages (Civil Code 2235); the safe date counts without it, the end in law from their eighteenth birthday'
    },
    basis: 'CC.2235',
    gives: 'no end'
  },
  maybeByProsecutor: {
    says: {
      fr: 'Qui a décidé de l’âge n’est pas dit : si c’est le procureur ou le département, il n’y a pas cet appel, et l’enfant peut saisir lui-même le juge des enfants (C. civ. 375), sans délai lu',
      en: 'Who decided on age is not said: where it was the prosecutor or the département, there is no such appeal, and the child may go to the juvenile judge themselves (Civil Code 375), within no time that was read'
    },
    basis: 'CC.375',
    gives: 'no end'
  }
} as const satisfies Record<string, Doubt>
