type Words = Record<string, { fr: string; en: string }>

/** Who counts what stands beside our figures. Each has its own field and its own rule: none is ever added to another. */
export const sources = {
  ssmsi: { fr: 'Police et gendarmerie (SSMSI)', en: 'Police and gendarmerie (SSMSI)' },
  sdse: { fr: 'Justice (SDSE)', en: 'Justice (SDSE)' },
  dgt: { fr: 'Inspection du travail (DGT)', en: 'Labour inspection (DGT)' },
  civi: { fr: 'Indemnisation (CIVI et fonds de garantie)', en: 'Compensation (CIVI and guarantee fund)' },
  agrasc: { fr: 'Avoirs saisis et confisqués (AGRASC)', en: 'Seized and confiscated assets (AGRASC)' },
  dsed: { fr: 'Titres de séjour (DSED)', en: 'Residence permits (DSED)' },
  associations: {
    fr: 'Enquête annuelle auprès des associations (MIPROF)',
    en: 'Annual survey of associations (MIPROF)'
  },
  acse: { fr: 'Dispositif national Ac.Sé', en: 'National Ac.Sé scheme' }
} as const satisfies Words
export type Source = keyof typeof sources

export const measures = {
  victims: { fr: 'victimes enregistrées', en: 'victims recorded' },
  detected: { fr: 'personnes repérées', en: 'persons detected' },
  supported: { fr: 'personnes accompagnées', en: 'persons supported' },
  procedures: { fr: 'procédures', en: 'procedures' },
  suspects: { fr: 'personnes mises en cause', en: 'suspects' },
  oriented: { fr: 'personnes dont l’affaire a été orientée', en: 'persons whose case was oriented' },
  prosecuted: { fr: 'personnes poursuivies', en: 'persons prosecuted' },
  convicted: { fr: 'personnes condamnées', en: 'persons convicted' },
  knowing_use: {
    fr: 'personnes poursuivies pour l’usage de services en connaissance de cause',
    en: 'persons prosecuted for knowingly using services'
  },
  inspections: { fr: 'procès-verbaux de l’inspection du travail', en: 'labour inspection reports' },
  claims: { fr: 'demandes d’indemnisation', en: 'claims for compensation' },
  awards: { fr: 'indemnisations accordées', en: 'compensation awarded' },
  seized: { fr: 'avoirs saisis', en: 'assets seized' },
  confiscated: { fr: 'avoirs confisqués', en: 'assets confiscated' },
  permits: { fr: 'titres de séjour délivrés', en: 'residence permits issued' },
  renewals: { fr: 'titres de séjour renouvelés', en: 'residence permits renewed' },
  partners: { fr: 'structures partenaires', en: 'partner organisations' }
} as const satisfies Words
export type Measure = keyof typeof measures

export const units = {
  persons: { fr: 'personnes', en: 'persons' },
  share: { fr: 'part (de 0 à 1)', en: 'share (0 to 1)' },
  per100k: { fr: 'pour 100 000 habitants', en: 'per 100,000 inhabitants' },
  procedures: { fr: 'procédures', en: 'procedures' },
  decisions: { fr: 'décisions', en: 'decisions' },
  permits: { fr: 'titres', en: 'permits' },
  years: { fr: 'ans', en: 'years' },
  euros: { fr: 'euros', en: 'euros' },
  organisations: { fr: 'structures', en: 'organisations' }
} as const satisfies Words
export type Unit = keyof typeof units

const forms = {
  sexual: { fr: 'exploitation sexuelle', en: 'sexual exploitation' },
  procuring: { fr: 'proxénétisme', en: 'procuring' },
  trafficking: { fr: 'traite au sens strict', en: 'trafficking in the strict sense' },
  labour: { fr: 'exploitation par le travail', en: 'labour exploitation' },
  domestic: { fr: 'exploitation domestique', en: 'domestic servitude' },
  begging: { fr: 'exploitation de la mendicité', en: 'exploitation of begging' },
  criminality: { fr: 'contrainte à commettre des infractions', en: 'forced criminality' },
  other: { fr: 'autre', en: 'other' }
} as const satisfies Words

const profiles = {
  women_in_procuring: {
    fr: 'femmes, parmi les victimes de proxénétisme',
    en: 'women, among victims of procuring'
  },
  men_in_trafficking: {
    fr: 'hommes, parmi les victimes de traite au sens strict',
    en: 'men, among victims of trafficking in the strict sense'
  },
  women_in_begging: {
    fr: 'femmes, parmi les victimes d’exploitation de la mendicité',
    en: 'women, among victims of exploitation of begging'
  },
  mean_age_procuring: { fr: 'âge moyen, proxénétisme', en: 'mean age, procuring' },
  mean_age_labour: { fr: 'âge moyen, exploitation par le travail', en: 'mean age, labour exploitation' },
  mean_age_children_begging: {
    fr: 'âge moyen des enfants, exploitation de la mendicité',
    en: 'mean age of children, exploitation of begging'
  },
  under_25_in_procuring: {
    fr: 'moins de 25 ans, parmi les victimes de proxénétisme',
    en: 'under 25, among victims of procuring'
  },
  under_10_in_begging: {
    fr: 'moins de 10 ans, parmi les victimes d’exploitation de la mendicité',
    en: 'under 10, among victims of exploitation of begging'
  },
  africa_in_trafficking: {
    fr: 'Afrique, parmi les victimes de traite au sens strict',
    en: 'Africa, among victims of trafficking in the strict sense'
  },
  to_investigating_judge: {
    fr: 'affaire confiée à un juge d’instruction, parmi les personnes poursuivies',
    en: 'case given to an investigating judge, among persons prosecuted'
  },
  sexual_in_minors: {
    fr: 'exploitation sexuelle, parmi les mineurs accompagnés',
    en: 'sexual exploitation, among minors supported'
  },
  nigerian_women: { fr: 'femmes nigérianes', en: 'Nigerian women' },
  nigeria: { fr: 'Nigéria', en: 'Nigeria' },
  spouse_in_family: {
    fr: 'conjoint, parmi les exploiteurs de la famille',
    en: 'spouse, among exploiters who are family'
  },
  addiction_in_sexual: {
    fr: 'addiction, exploitation sexuelle',
    en: 'addiction, sexual exploitation'
  },
  care_in_addiction: {
    fr: 'orientation vers un soin, parmi les personnes qui ont une addiction',
    en: 'referred to care, among persons with an addiction'
  }
} as const satisfies Words

/** By what a source tells its count apart, in its own words: where two forms have one name here, they are still two definitions. */
export const breakdowns = {
  form: { label: { fr: 'forme', en: 'form' }, values: forms },
  sex: {
    label: { fr: 'sexe', en: 'sex' },
    values: { female: { fr: 'femmes', en: 'women' }, male: { fr: 'hommes', en: 'men' } }
  },
  age: {
    label: { fr: 'âge', en: 'age' },
    values: { minor: { fr: 'mineurs', en: 'minors' }, adult: { fr: 'majeurs', en: 'adults' } }
  },
  citizenship: {
    label: { fr: 'nationalité', en: 'citizenship' },
    values: {
      french: { fr: 'France', en: 'France' },
      eu: { fr: 'autre pays de l’Union européenne', en: 'another country of the European Union' },
      africa: { fr: 'Afrique', en: 'Africa' },
      americas: { fr: 'Amériques', en: 'Americas' },
      asia: { fr: 'Asie', en: 'Asia' },
      third_country: { fr: 'hors Union européenne', en: 'outside the European Union' },
      other: { fr: 'autre', en: 'other' }
    }
  },
  circumstance: {
    label: { fr: 'circonstance', en: 'circumstance' },
    values: {
      network: { fr: 'exploitation par un réseau', en: 'exploited by a network' },
      network_transfer: { fr: 'déplacement par le réseau', en: 'moved by the network' },
      housed_by_exploiter: { fr: 'logement par l’exploiteur', en: 'housed by the exploiter' },
      at_exploiters_home: {
        fr: 'logement au domicile de l’exploiteur',
        en: 'housed at the exploiter’s home'
      },
      exploited_by_family: { fr: 'exploitation par la famille', en: 'exploited by family' },
      minor_at_start: {
        fr: 'majeurs qui étaient mineurs au début',
        en: 'adults who were minors at the start'
      },
      complaint: { fr: 'plainte déposée', en: 'complaint filed' },
      mna: { fr: 'mineurs non accompagnés', en: 'unaccompanied minors' }
    }
  },
  // A part of a part: of whom it is a share, or the mean, is said with it.
  profile: { label: { fr: 'profil', en: 'profile' }, values: profiles }
} as const satisfies Record<string, { label: { fr: string; en: string }; values: Words }>
export type Breakdown = keyof typeof breakdowns

/** How a value was read: in the publication of whoever counts, or in somebody else's account of it. */
export const readings = {
  V: { fr: 'lu dans la publication', en: 'read in the publication' },
  V2: { fr: 'lu dans une source secondaire', en: 'read in a secondary source' }
} as const satisfies Words
export type ReadingOf = keyof typeof readings

/** What must be known beside a published value. */
export const notes = {
  older_edition: {
    fr: 'édition plus ancienne : ne pas enchaîner avec les années suivantes',
    en: 'older edition: not to be chained with later years'
  },
  derived: {
    fr: 'calculé d’après l’évolution publiée',
    en: 'worked out from the change that was published'
  },
  several_forms: {
    fr: 'une victime peut relever de plusieurs formes : les parts dépassent le total',
    en: 'a victim may be counted under several forms: the parts exceed the total'
  },
  printed_twice: {
    fr: 'une autre source imprime le même nombre pour 2021',
    en: 'another source prints the same number for 2021'
  },
  average_2016_2021: { fr: 'moyenne de 2016 à 2021', en: 'average of 2016 to 2021' },
  misprint_722: { fr: 'CNews imprime 722, par erreur', en: 'CNews prints 722, by mistake' },
  year_disputed: {
    fr: 'une autre source donne cette valeur pour 2023',
    en: 'another source gives this value for 2023'
  },
  on_one_day: { fr: 'en octobre 2024, un jour donné', en: 'in October 2024, on one day' }
} as const satisfies Words
export type Note = keyof typeof notes
