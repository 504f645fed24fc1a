import { cppDecree, legi, legiDecree, secondary, type LegalBasis } from './origin.ts'

/** Criminal procedure in its decrees; courts, and the code to come. */
export const procedureDecreeBases = {
  'CPP.D1-3': cppDecree('Critères de cette évaluation', 'Criteria of that assessment'),
  'CPP.D1-4': cppDecree('Évaluation par qui entend la victime', 'Assessment by whoever hears the victim'),
  'CPP.D1-7': cppDecree('Lieux adaptés, personnes inchangées', 'Adapted rooms, the same people throughout'),
  'CPP.D1-10': cppDecree(
    'Évaluation approfondie par une association agréée',
    'Deeper assessment by an approved association'
  ),
  'CPP.D1-12-1': cppDecree(
    'Agrément des associations d’aide aux victimes',
    'Approval of victim-support associations'
  ),
  'CPP.D1-12-5': cppDecree(
    'Pas d’agrément aux associations des art. 2-1 à 2-24',
    'No approval for associations of art. 2-1 to 2-24'
  ),
  'CPP.D1-12-8': cppDecree(
    'Agrément donné cinq ans par la Justice',
    'Approval for five years by the Justice ministry'
  ),
  'CPP.D1-12-13': cppDecree(
    'Agrément suspendu quatre mois au plus, ou retiré',
    'Approval suspended, four months at most, or withdrawn'
  ),
  'CPP.D47-12-7': cppDecree('Ressort des juridictions spécialisées', 'Area of the specialised courts'),
  'CPP.R50-7': cppDecree(
    'Aide juridictionnelle : interrompt les délais devant la CIVI',
    'Legal aid: interrupts the times before the CIVI'
  ),
  'CPP.R50-11': cppDecree(
    'Complément : la décision civile définitive est jointe',
    'Further compensation: with the final civil decision'
  ),
  'CPP.R50-22': cppDecree(
    'Décision de la CIVI : lettre recommandée avec avis de réception',
    'Decision of the CIVI: registered letter'
  ),
  'CPP.R50-23': cppDecree('Appel contre une décision de la CIVI', 'Appeal against a decision of the CIVI'),
  'CPP.R50-24': cppDecree('Paiement dans le mois', 'Payment within a month'),
  'COJ.L217-1': legi(
    'Parquet contre la criminalité organisée (PNACO)',
    'Prosecutor against organised crime (PNACO)'
  ),
  'COJ.AnnXIV': legiDecree(
    'Sièges et ressorts des tribunaux pour enfants',
    'Seats and areas of the juvenile courts'
  ),
  'ORD2025-1091': secondary({
    level: 'law',
    source: {
      fr: 'avocat-caresche.fr, lemondedudroit.fr, janvier 2026 ; en vigueur au 1er janvier 2029, report possible à 2030',
      en: 'avocat-caresche.fr, lemondedudroit.fr, January 2026; in force on 1 January 2029, may be put back to 2030'
    }
  })('Code de procédure pénale réécrit', 'Code of Criminal Procedure rewritten', '2029-01-01')
} as const satisfies Record<string, LegalBasis>
