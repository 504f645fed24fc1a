import type { LegalCode } from '../law/register.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { online, remotely, shortNoticeFilings } from './filing.short-notice.ts'

/** Who gave what is contested: an administration or a commission, an investigating judge, a court, an assize court, a court above it. */
export type ContestedStage = 'decision' | 'no_case' | 'judgment' | 'assizes' | 'ruling'

/** `stage`: what is filed so is against what was given there. */
export type Filing = { stage: ContestedStage; says: Bilingual; basis: readonly LegalCode[] }

const criminalAppeal = {
  stage: 'judgment',
  says: {
    fr: 'Déclaration au greffe de la juridiction qui a rendu la décision, signée par la personne, un avocat ou un fondé de pouvoir spécial (CPP 502 ; 380-12 aux assises).',
    en: 'A declaration at the registry of the court that ruled, signed by the person, a lawyer or a special proxy (CPP 502; 380-12 at the assizes).'
  },
  basis: ['CPP.502', 'CPP.380-12']
} as const satisfies Filing

const unheld = [
  'CESEDA.L761-3',
  'CESEDA.L761-5',
  'CESEDA.L761-9',
  'CESEDA.L762-3',
  'CESEDA.L763-3'
] as const satisfies readonly LegalCode[]

/** Against an obligation to leave the appeal does what a suspension would, except where L722-7 does not apply. */
const heldBack = {
  fr: 'Le recours suffit : l’éloignement ne peut avoir lieu avant la fin du délai, ni avant le jugement du tribunal (L722-7), ce qui n’empêche ni l’assignation ni la rétention ; le référé-suspension (CJA L521-1) ne serait pas reçu contre cette obligation (lu dans des commentaires). En Guadeloupe, en Guyane, à Mayotte, à Saint-Barthélemy et à Saint-Martin, le recours ne retient rien : un référé-liberté (CJA L521-2) retient l’éloignement jusqu’à la réponse du juge (L761-3, L761-5, L761-9, L762-3, L763-3).',
  en: 'The appeal suffices: removal may not take place before the time is over, nor before the court has ruled (L722-7), which prevents neither house arrest nor detention; urgent suspension (CJA L521-1) would not be heard against this obligation (read in commentary). In Guadeloupe, French Guiana, Mayotte, Saint-Barthélemy and Saint-Martin the appeal holds nothing back: an urgent claim for a fundamental freedom (CJA L521-2) holds removal back until the judge answers (L761-3, L761-5, L761-9, L762-3, L763-3).'
}

/** How a court is asked, said with the clock that waits for it. None of it is a condition here: a claim filed otherwise is written down. */
export const filings = {
  ...shortNoticeFilings,
  court: {
    stage: 'decision',
    says: {
      fr: `Devant le tribunal administratif, aucun avocat n’est exigé pour demander l’annulation (R431-2 ne l’impose que pour une somme d’argent ou un contrat) : ${remotely.fr}. S’il y a urgence et doute sérieux, la suspension se demande en plus, par une requête distincte accompagnée d’une copie de la première (L521-1, R522-1).`,
      en: `Before the administrative court no lawyer is required to ask for annulment (R431-2 requires one for a sum of money or a contract alone): ${remotely.en}. Where there is urgency and a serious doubt, suspension is asked for as well, by a separate claim with a copy of the first (L521-1, R522-1).`
    },
    basis: ['CJA.R431-2', ...online, 'CJA.L521-1', 'CJA.R522-1']
  },
  leaving: {
    stage: 'decision',
    says: {
      fr: `Devant le tribunal administratif, aucun avocat n’est exigé : ${remotely.fr}. L’aide juridictionnelle se demande au plus tard avec le recours (CESEDA L911-1). ${heldBack.fr}`,
      en: `Before the administrative court no lawyer is required: ${remotely.en}. Legal aid is asked for with the appeal at the latest (CESEDA L911-1). ${heldBack.en}`
    },
    basis: [...online, 'CESEDA.L911-1', 'CESEDA.L722-7', ...unheld, 'CJA.L521-2']
  },
  leavingSoon: {
    stage: 'decision',
    says: {
      fr: `Devant le tribunal administratif, aucun avocat n’est exigé : ${remotely.fr}. Avant le début de l’audience, la personne peut demander qu’un avocat soit désigné d’office (CESEDA R922-11), et le concours d’un interprète (L922-2). L’administration produit la décision attaquée (R922-10). ${heldBack.fr}`,
      en: `Before the administrative court no lawyer is required: ${remotely.en}. Before the hearing begins the person may ask for a lawyer to be assigned (CESEDA R922-11), and for an interpreter (L922-2). The administration produces the decision (R922-10). ${heldBack.en}`
    },
    basis: [
      ...online,
      'CESEDA.R922-11',
      'CESEDA.L922-2',
      'CESEDA.R922-10',
      'CESEDA.L722-7',
      ...unheld,
      'CJA.L521-2'
    ]
  },
  asylumCourt: {
    stage: 'decision',
    says: {
      fr: 'Devant la Cour nationale du droit d’asile, par un recours écrit en français, signé par la personne ou son avocat, avec la décision de l’OFPRA ; il expose les faits et les raisons (R532-6, R532-7). Il compte du jour de son arrivée, et doit arriver à la cour avant la fin du délai : posté à temps ne suffit pas (R532-8). Vérifiez le délai que dit la notification : pour une demande introduite depuis le 12 juin 2026, il peut être plus court qu’un mois (règlement 2024/1348, art. 67). Les pièces en langue étrangère sont traduites.',
      en: 'Before the National Court of Asylum, by an appeal written in French, signed by the person or their lawyer, with OFPRA’s decision; it sets out facts and reasons (R532-6, R532-7). It counts from the day it arrives, and must reach the court before the time ends: posted in time is not enough (R532-8). Check the time that the notice states: of an application lodged since 12 June 2026 it may be shorter than a month (Regulation 2024/1348, art. 67). Documents in another language are translated.'
    },
    basis: ['CESEDA.R532-6', 'CESEDA.R532-7', 'CESEDA.R532-8', 'EU.2024-1348.67']
  },
  reception: {
    stage: 'decision',
    says: {
      fr: `Devant le tribunal administratif, aucun avocat n’est exigé : ${remotely.fr}. Avant le début de l’audience, la personne peut demander qu’un avocat soit désigné d’office (CESEDA R922-11), et le concours d’un interprète (L922-2). L’administration produit la décision attaquée (R922-10). Les sept jours ne se prorogent pas (R921-3).`,
      en: `Before the administrative court no lawyer is required: ${remotely.en}. Before the hearing begins the person may ask for a lawyer to be assigned (CESEDA R922-11), and for an interpreter (L922-2). The administration produces the decision (R922-10). The seven days are not extended (R921-3).`
    },
    basis: [...online, 'CESEDA.L921-1', 'CESEDA.R921-3', 'CESEDA.R922-11', 'CESEDA.L922-2', 'CESEDA.R922-10']
  },
  youngAdult: {
    stage: 'decision',
    says: {
      fr: `Un recours préalable devant le département peut être exigé avant le juge (CASF L134-2, non lu ici) : formez-le aussi, dans le même délai. Devant le tribunal administratif, ${remotely.fr} ; s’il y a urgence, les référés (CJA L521-1, L521-2).`,
      en: `A prior appeal to the département may be required before the court (CASF L134-2, not read here): make it as well, within the same time. Before the administrative court, ${remotely.en}; where it is urgent, urgent applications (CJA L521-1, L521-2).`
    },
    basis: ['CASF.L134-2', ...online, 'CJA.L521-1', 'CJA.L521-2']
  },
  entryAppeal: {
    stage: 'judgment',
    says: {
      fr: 'Devant le président de la cour administrative d’appel, en quinze jours, pour le refus d’entrée et le transfert notifié avec lui (CESEDA L352-9, R922-27) ; l’appel est présenté par un avocat, à peine d’irrecevabilité (CJA R811-7), et ne suspend rien (L352-9) : demandez l’aide juridictionnelle sans attendre.',
      en: 'Before the president of the administrative court of appeal, within fifteen days, for the refusal of entry and the transfer notified with it (CESEDA L352-9, R922-27); the appeal must be brought by a lawyer (CJA R811-7) and suspends nothing (L352-9): ask for legal aid at once.'
    },
    basis: ['CESEDA.L352-9', 'CESEDA.R922-27', 'CJA.R811-7']
  },
  higherCourt: {
    stage: 'judgment',
    says: {
      fr: 'Devant la cour administrative d’appel, l’appel est présenté par un avocat, à peine d’irrecevabilité (CJA R811-7, R431-2) : demandez l’aide juridictionnelle sans attendre. L’arrêt peut être porté devant le Conseil d’État, en deux mois, par un avocat aux Conseils seul (R821-1, R821-3).',
      en: 'Before the administrative court of appeal the appeal must be brought by a lawyer (CJA R811-7, R431-2): ask for legal aid at once. Its ruling may be brought before the Conseil d’État within two months, by a lawyer of that court alone (R821-1, R821-3).'
    },
    basis: ['CJA.R811-7', 'CJA.R431-2', 'CJA.R821-1', 'CJA.R821-3']
  },
  conseilOfRuling: {
    stage: 'ruling',
    says: {
      fr: 'Le Conseil d’État est saisi de l’arrêt de la cour administrative d’appel par un avocat aux Conseils seul, en deux mois (CJA R821-1, R821-3), un ou deux de plus pour qui demeure loin (R811-5, R821-2) ; demandez l’aide juridictionnelle sans attendre.',
      en: 'The Conseil d’État is asked about the ruling of the court of appeal by a lawyer of that court alone, within two months (CJA R821-1, R821-3), one or two more for whoever lives far (R811-5, R821-2); ask for legal aid at once.'
    },
    basis: ['CJA.R821-1', 'CJA.R821-2', 'CJA.R821-3', 'CJA.R811-5']
  },
  eitherCourt: {
    stage: 'judgment',
    says: {
      fr: 'Le tribunal statue sans appel sur les droits attribués au titre de l’aide ou de l’action sociale (CJA R811-1, 1°) : le jugement est alors porté devant le Conseil d’État par un avocat aux Conseils, en deux mois (R821-1, R821-3). Sinon, devant la cour administrative d’appel par un avocat, en deux mois aussi (R811-2, R811-7). La lettre qui notifie le jugement dit lequel ; demandez l’aide juridictionnelle sans attendre.',
      en: 'On rights given as social aid the court rules without appeal (CJA R811-1, 1°): the judgment is then brought before the Conseil d’État by a lawyer of that court, within two months (R821-1, R821-3). Otherwise before the administrative court of appeal by a lawyer, within two months as well (R811-2, R811-7). The letter that gives notice of the judgment says which; ask for legal aid at once.'
    },
    basis: ['CJA.R811-1', 'CJA.R811-2', 'CJA.R811-7', 'CJA.R821-1', 'CJA.R821-3']
  },
  transfer: {
    stage: 'decision',
    says: {
      fr: `Devant le tribunal administratif, aucun avocat n’est exigé : ${remotely.fr}. Demandez le sursis dans la même requête et le même délai (2024/1351, art. 43, par. 3) : L572-2 suspend de plein droit, mais ne comptez pas dessus, car le règlement dit que le recours sans demande de sursis ne suspend pas. L’aide juridique est gratuite sur demande pour qui ne peut la payer (par. 5). Le tribunal statue en premier et dernier ressort (CESEDA R922-26) : il n’y a pas d’appel, et le Conseil d’État n’est saisi que par un avocat aux Conseils, en deux mois (CJA R821-1, R821-3). La Cour de justice de l’Union n’est saisie que par un juge (TFUE, art. 267).`,
      en: `Before the administrative court no lawyer is required: ${remotely.en}. Ask for suspension in the same claim and within the same time (2024/1351, art. 43, par. 3): L572-2 suspends by itself, but do not rely on it, since the regulation says that an appeal without that request does not suspend. Legal help is free on request for whoever cannot pay (par. 5). It rules without appeal (CESEDA R922-26); the Conseil d’État is asked by a lawyer of that court alone, within two months (CJA R821-1, R821-3). The Court of Justice of the Union is asked by a court alone (TFEU, art. 267).`
    },
    basis: [
      ...online,
      'EU.2024-1351.43',
      'CESEDA.L572-2',
      'CESEDA.R922-26',
      'CJA.R821-1',
      'CJA.R821-3',
      'TFEU.267'
    ]
  },
  conseil: {
    stage: 'judgment',
    says: {
      fr: 'Le tribunal statue sur un transfert en premier et dernier ressort (CESEDA R922-26) : il n’y a pas d’appel. Le Conseil d’État est saisi par un avocat aux Conseils seul, en deux mois (CJA R821-1, R821-3) ; demandez l’aide juridictionnelle sans attendre. Le pourvoi n’interrompt pas les six mois (2024/1351, art. 46).',
      en: 'The court rules on a transfer without appeal (CESEDA R922-26). The Conseil d’État is asked by a lawyer of that court alone, within two months (CJA R821-1, R821-3); ask for legal aid at once. It does not interrupt the six months (2024/1351, art. 46).'
    },
    basis: ['CESEDA.R922-26', 'CJA.R821-1', 'CJA.R821-3', 'EU.2024-1351.46']
  },
  conseilOfAsylum: {
    stage: 'ruling',
    says: {
      fr: 'Le Conseil d’État est saisi de la décision de la Cour nationale du droit d’asile par un avocat aux Conseils seul, en deux mois (CJA R821-1, R821-3) ; demandez l’aide juridictionnelle sans attendre. Aucun texte lu ne dit que le pourvoi maintient la personne sur le territoire.',
      en: 'The Conseil d’État is asked about the decision of the National Court of Asylum by a lawyer of that court alone, within two months (CJA R821-1, R821-3); ask for legal aid at once. No text that was read says that it keeps the person in the territory.'
    },
    basis: ['CJA.R821-1', 'CJA.R821-3']
  },
  detention: {
    stage: 'decision',
    says: {
      fr: 'Au greffe du tribunal judiciaire du lieu de rétention, par tout moyen : une requête motivée, datée et signée par la personne ou son représentant (R741-3, R743-1, R743-2). L’administration produit la décision attaquée.',
      en: 'At the registry of the judicial court of the place of detention, by any means: a reasoned claim, dated and signed by the person or their representative (R741-3, R743-1, R743-2). The administration produces the decision.'
    },
    basis: ['CESEDA.R741-3', 'CESEDA.R743-1', 'CESEDA.R743-2']
  },
  detentionAppeal: {
    stage: 'judgment',
    says: {
      fr: 'Au greffe de la cour d’appel, par tout moyen : une déclaration motivée (R743-11, et R342-11 en zone d’attente). Aucun texte lu n’exige d’avocat pour la déposer.',
      en: 'At the registry of the court of appeal, by any means: a reasoned declaration (R743-11, and R342-11 in a waiting zone). No text that was read requires a lawyer to file it.'
    },
    basis: ['CESEDA.R743-11', 'CESEDA.R342-10', 'CESEDA.R342-11']
  },
  criminalAppeal,
  noCaseAppeal: { ...criminalAppeal, stage: 'no_case' },
  assizesAppeal: { ...criminalAppeal, stage: 'assizes' },
  childAppeal: {
    stage: 'judgment',
    says: {
      fr: 'Par une déclaration au greffe de la cour d’appel, ou par lettre recommandée, de l’enfant ou de tout mandataire ; aucun avocat n’est exigé, et l’enfant peut en demander un (CPC 931, 932, 1186, 1192). Sur un placement provisoire, la cour statue en trois mois (CPC 1193).',
      en: 'By a declaration at the registry of the court of appeal, or by registered letter, from the child or anybody they mandate; no lawyer is required, and the child may ask for one (CPC 931, 932, 1186, 1192). On a provisional placement the court rules within three months (CPC 1193).'
    },
    basis: ['CPC.931', 'CPC.932', 'CPC.1186', 'CPC.1192', 'CPC.1193']
  },
  civilAppeal: {
    stage: 'decision',
    says: {
      fr: 'Devant la cour d’appel, par un avocat, sauf disposition contraire (CPC 899) ; aucune n’a été lue pour la CIVI : demandez l’aide juridictionnelle sans attendre. L’appel est ouvert quel que soit le montant (CPP R50-23).',
      en: 'Before the court of appeal, by a lawyer unless otherwise provided (CPC 899); no such provision was read for the CIVI: ask for legal aid at once. An appeal is open whatever the amount (CPP R50-23).'
    },
    basis: ['CPC.899', 'CPP.R50-23']
  },
  civilCassation: {
    stage: 'ruling',
    says: {
      fr: 'Devant la Cour de cassation, par un avocat aux Conseils, sauf disposition contraire (CPC 973) : demandez l’aide juridictionnelle sans attendre.',
      en: 'Before the Court of Cassation, by a lawyer of that court unless otherwise provided (CPC 973): ask for legal aid at once.'
    },
    basis: ['CPC.973']
  },
  cassation: {
    stage: 'ruling',
    says: {
      fr: 'Déclaration au greffe de la juridiction qui a rendu la décision, signée par la personne, un avocat ou un fondé de pouvoir spécial (CPP 576). La partie civile peut y déposer elle-même son mémoire dans les dix jours ; ensuite, un avocat à la Cour de cassation est nécessaire (584, 585).',
      en: 'A declaration at the registry of the court that ruled, signed by the person, a lawyer or a special proxy (CPP 576). The civil party may file their own brief there within ten days; after that a lawyer of the Court of Cassation is needed (584, 585).'
    },
    basis: ['CPP.576', 'CPP.584', 'CPP.585']
  }
} as const satisfies Record<string, Filing>

export type FilingId = keyof typeof filings
