import { crpa, excerpt, legi, legiDecree, soft, unread, unreadDecree, type LegalBasis } from './origin.ts'

/** Rulings known from accounts of them, or from what the court itself published of them; their own words were not read. */
const ruling = (number: string, fr = 'd’après des commentaires', en = 'from accounts of it') =>
  soft({ fr: `n° ${number}, ${fr} ; arrêt non lu`, en: `no. ${number}, ${en}; not read` }, 'secondary')

/** How long the administrative court may be asked, and what gives more time than that. */
export const appealBases = {
  'CJA.R421-5': legiDecree(
    'Délai non opposable sans mention des voies et délais',
    'No time limit without ways and times stated'
  ),
  'CJA.R421-7': legiDecree(
    'Délais de distance : un ou deux mois de plus',
    'Distance: one or two months more'
  ),
  'CRPA.L112-6': crpa(
    'Délai non opposable sans accusé de réception',
    'No time limit without an acknowledgment',
    '2016-01-01',
    { identifier: 'LEGIARTI000031367340' }
  ),
  'CRPA.L232-4': crpa(
    'Motifs d’un refus implicite, délai prorogé',
    'Reasons of an implied refusal, time extended',
    '2016-01-01',
    { identifier: 'LEGIARTI000031367639' }
  ),
  'CRPA.L411-2': crpa(
    'Recours gracieux ou hiérarchique : interrompt le délai',
    'Reconsideration or appeal to the superior: interrupts the time',
    '2016-01-01',
    { identifier: 'LEGIARTI000031367829' }
  ),
  'CRPA.L411-3': legi(
    'Recours administratif : son accusé de réception',
    'Administrative appeal: its acknowledgment'
  ),
  'CRPA.L411-7': crpa(
    'Recours administratif : deux mois de silence',
    'Administrative appeal: two months of silence',
    '2016-01-01',
    { identifier: 'LEGIARTI000031367839' }
  ),
  'CJA.R811-1': legiDecree(
    'Appel, sauf aide ou action sociale : premier et dernier ressort',
    'Appeal, but for social aid: the court rules without one'
  ),
  'CJA.R811-2': legiDecree('Délai d’appel : deux mois', 'Time to appeal: two months'),
  'CJA.R811-5': legiDecree('Appel : délais de distance', 'Appeal: more time for distance'),
  'CESEDA.R911-1': legiDecree(
    'Recours administratif : ne proroge pas le mois',
    'Administrative appeal: does not extend the month'
  ),
  'CESEDA.R911-8': legiDecree('Délai d’appel : un mois', 'Time to appeal: one month'),
  'CESEDA.R911-9': legiDecree(
    'Assignation ou rétention ensuite : les actes accomplis restent valables',
    'House arrest or detention since: what was done stays valid'
  ),
  'CESEDA.R922-27': legiDecree('Délai d’appel : un mois', 'Time to appeal: one month'),
  'CESEDA.R921-1': legiDecree(
    'Délai interrompu par l’assignation ou la rétention',
    'Time interrupted by house arrest or a detention centre'
  ),
  'CESEDA.R921-2': legiDecree('Délai interrompu par la détention', 'Time interrupted by prison'),
  'CESEDA.R921-3': legiDecree(
    'Sept jours et 48 heures : aucune prorogation',
    'Seven days and 48 hours: no extension'
  ),
  'D2020-1717.43': excerpt({
    level: 'decree',
    source: {
      fr: 'doctrine.fr, extrait ; version du 1er septembre 2024 non lue',
      en: 'doctrine.fr, excerpt; the version of 1 September 2024 not read'
    },
    textAsOf: '2021-01-01'
  })('Aide juridictionnelle : nouveau délai de recours', 'Legal aid: a new time to appeal', null, {
    identifier: 'LEGIARTI000042873224'
  }),
  'D2020-1717.44': unreadDecree(
    'Aide juridictionnelle devant la cour d’appel ou le Conseil d’État',
    'Legal aid before the court of appeal or the Conseil d’État'
  ),
  'L1991-647.9-4': unread(
    'Aide juridictionnelle devant la Cour nationale du droit d’asile',
    'Legal aid before the National Court of Asylum'
  ),
  'CE.409579': ruling('409579')(
    'CE, 5 octobre 2018 : délais francs sauf texte contraire',
    'CE, 5 October 2018: clear time limits unless otherwise said',
    '2018-10-05'
  ),
  'CE.472836': ruling('472836')(
    'CE, 15 déc. 2023 : délais francs, report au jour ouvrable',
    'CE, 15 December 2023: clear limits, moved to a working day',
    '2023-12-15'
  ),
  'CE.420708': ruling('420708')(
    'CE, 24 sept. 2018 : le recours interrompt les six mois du transfert',
    'CE, 24 September 2018: the appeal interrupts the six months of a transfer',
    '2018-09-24'
  ),
  'CE.421276': ruling(
    '421276',
    'analyse du Conseil d’État (ArianeWeb)',
    'the analysis of the Conseil d’État (ArianeWeb)'
  )(
    'CE, 27 mai 2019 : ils courent de la notification du jugement au préfet',
    'CE, 27 May 2019: they run from the notice of the judgment to the prefect',
    '2019-05-27'
  ),
  'CE.426203': ruling(
    '426203',
    'analyse du Conseil d’État (ArianeWeb), sur le décret de 1991',
    'the analysis of the Conseil d’État (ArianeWeb), on the decree of 1991'
  )(
    'CE, 1er juillet 2020 : devant la cour, de la notification de l’aide',
    'CE, 1 July 2020: before the court of appeal, from the notice on aid',
    '2020-07-01'
  ),
  'CE.387763': ruling('387763')(
    'CE, 13 juillet 2016 : un an au plus, en principe',
    'CE, 13 July 2016: a year at most, in principle',
    '2016-07-13'
  ),
  'CE.504677': ruling(
    '504677',
    'analyse du Conseil d’État (ArianeWeb)',
    'the analysis of the Conseil d’État (ArianeWeb)'
  )(
    'CE, avis, 2 octobre 2025 : un an au plus après la demande des motifs',
    'CE, opinion, 2 October 2025: a year at most after reasons are asked for',
    '2025-10-02'
  ),
  'CRIM.07-88267': ruling('07-88.267')(
    'Crim., 22 mai 2008 : le délai court de l’expédition de la lettre',
    'Crim., 22 May 2008: time runs from the dispatch of the letter',
    '2008-05-22'
  ),
  'CAA.24TL02643': ruling(
    '24TL02643',
    'd’après le résumé publié par la cour',
    'from the summary that the court published'
  )(
    'CAA Toulouse, 3 juillet 2025 : sept jours francs',
    'CAA Toulouse, 3 July 2025: seven clear days',
    '2025-07-03'
  )
} as const satisfies Record<string, LegalBasis>
