import { clockOf, design, type DeadlineRow } from '../row.ts'
import { grounds, left, orderedForChild, recontact, roof, settled } from './stops.ts'

const flag = { fr: 'le signalement', en: 'the flag' }

const clock = clockOf(design({ dataClass: null }))

/** The clocks that no text counts: the dated configuration gives their length. */
export const designClocks = {
  EVVI: design({
    stopsWhen: { done: ['evvi.done'], gone: ['procedure.closed', 'procedure.acquitted', 'conviction.final'] },
    dataClass: 'F',
    label: { fr: 'Besoins de protection à évaluer', en: 'Protection needs to assess' },
    startsOn: { fr: 'la plainte', en: 'the complaint' },
    basis: 'CPP.10-5',
    extendToWorkingDay: true
  }),
  'MNIO-TRIAGE': clock({
    neverLonger: true,
    stopsWhen: { done: ['triage.start'], gone: ['grounds.record'] },
    label: { fr: 'Premier examen', en: 'First look' },
    startsOn: flag,
    basis: 'MNIO.TRIAGE'
  }),
  'MNIO-TRIAGE-DANGER': clock({
    neverLonger: true,
    stopsWhen: { done: ['triage.start'], gone: ['grounds.record'] },
    label: { fr: 'Premier examen, danger immédiat', en: 'First look, immediate danger' },
    startsOn: flag,
    basis: 'MNIO.TRIAGE'
  }),
  'MNIO-RG': clock({
    neverLonger: true,
    stopsWhen: grounds,
    label: { fr: 'Motifs raisonnables', en: 'Reasonable grounds' },
    startsOn: flag,
    alerts: [1],
    basis: 'MNIO.GROUNDS'
  }),
  'MNIO-INFO': clock({
    neverLonger: true,
    stopsWhen: { done: ['person.inform'], livesWhile: 'notInformed' },
    label: { fr: 'Informer la personne', en: 'Inform the person' },
    startsOn: { fr: 'la présomption', en: 'the presumption' },
    basis: 'MNIO.INFORMATION'
  }),
  'MNIO-FORMAL': clock({
    stopsWhen: {
      done: ['formal.yes', 'formal.no'],
      gone: ['formal.unmet', 'formal.drop', 'judgment.recognised']
    },
    label: { fr: 'Identification formelle : relance', en: 'Formal identification: reminder' },
    startsOn: { fr: 'la demande à la police', en: 'the request to the police' },
    basis: 'MNIO.FORMAL',
    extendToWorkingDay: true
  }),
  'MNIO-FORMAL-AGAIN': clock({
    stopsWhen: { done: ['formal.request'], gone: ['judgment.recognised'] },
    label: { fr: 'Redemander l’identification formelle', en: 'Ask for formal identification again' },
    startsOn: { fr: 'le refus ou le retrait du service', en: 'the service’s refusal or withdrawal' },
    basis: 'MNIO.FORMAL',
    extendToWorkingDay: true
  }),
  'MNIO-REVIEW': clock({
    stopsWhen: { ...grounds, gone: [...grounds.gone, 'judgment.recognised'] },
    label: { fr: 'Réexamen', en: 'Review' },
    startsOn: { fr: 'la demande de réexamen', en: 'the request for review' },
    alerts: [2],
    basis: 'MNIO.REVIEW'
  }),
  'MNIO-MATCH': design({
    stopsWhen: {
      done: ['acse.visio'],
      gone: [...settled, 'acse.hold_lapsed', 'acse.refused_after', 'acse.place_declined'],
      livesWhile: 'placePromised'
    },
    dataClass: 'K',
    label: { fr: 'Place trouvée, admission attendue', en: 'Place found, admission awaited' },
    startsOn: { fr: 'l’accord de la structure', en: 'the shelter’s agreement' },
    basis: 'MNIO.MATCH'
  }),
  'MNIO-RESEARCH': design({
    stopsWhen: {
      done: ['acse.offer'],
      gone: [...settled, 'acse.matched', 'acse.withdrawn'],
      livesWhile: 'placeSought'
    },
    dataClass: 'K',
    label: { fr: 'Nouvelle recherche de place', en: 'New search for a place' },
    startsOn: { fr: 'la dernière recherche', en: 'the last search' },
    basis: 'MNIO.MATCH',
    repeats: true
  }),
  'MNIO-EMG': design({
    stopsWhen: {
      done: ['danger.immediate'],
      gone: [...roof, 'housing.left', 'housing.absconded'],
      livesWhile: 'unsheltered'
    },
    dataClass: 'K',
    label: { fr: 'Mise à l’abri', en: 'Emergency shelter' },
    startsOn: { fr: 'le danger immédiat', en: 'the immediate danger' },
    basis: 'CP.223-6'
  }),
  'MNIO-MOVE': design({
    neverLonger: true,
    stopsWhen: {
      done: ['housing.moved'],
      // Asked of a structure, or of Ac.Sé: the arrival ends it.
      begun: ['minor.placement_offer', 'acse.request'],
      gone: [...settled, 'minor.placement_ended']
    },
    dataClass: 'K',
    label: { fr: 'Changement de lieu', en: 'Move to another place' },
    startsOn: { fr: 'l’alerte de sécurité', en: 'the security alert' },
    basis: 'MNIO.SECURITY'
  }),
  'MNIO-RECONTACT': design({
    neverLonger: true,
    stopsWhen: recontact,
    dataClass: 'K',
    label: { fr: 'Reprise de contact', en: 'Getting back in touch' },
    startsOn: { fr: 'le départ', en: 'the departure' },
    basis: 'MNIO.RECONTACT'
  }),
  'MNIO-STAY-REVIEW': design({
    stopsWhen: { done: ['stay.review'], gone: [...roof, ...left] },
    dataClass: 'K',
    label: { fr: 'Bilan de l’accueil', en: 'Review of the stay' },
    startsOn: { fr: 'l’admission', en: 'the admission' },
    alerts: [14],
    basis: 'MNIO.STAY',
    extendToWorkingDay: true,
    repeats: true,
    goesOnAs: 'MNIO-STAY-REVIEW-LATER'
  }),
  'MNIO-STAY-REVIEW-LATER': design({
    stopsWhen: { done: ['stay.review'], gone: [...roof, ...left] },
    dataClass: 'K',
    label: { fr: 'Bilan suivant de l’accueil', en: 'Next review of the stay' },
    startsOn: { fr: 'le bilan précédent', en: 'the review before' },
    alerts: [14],
    basis: 'MNIO.STAY',
    extendToWorkingDay: true,
    repeats: true
  }),
  'MNIO-RETURN-NEWS': design({
    stopsWhen: { done: ['return.news'], gone: ['case.reopen'], livesWhile: 'newsAwaited' },
    endsWithCase: false,
    dataClass: 'C',
    label: { fr: 'Nouvelles à prendre après le retour', en: 'News to ask for after the return' },
    startsOn: { fr: 'le départ', en: 'the departure' },
    alerts: [14],
    basis: 'MNIO.RETURN',
    extendToWorkingDay: true,
    latest: true
  }),
  'MNIO-IP': design({
    stopsWhen: {
      done: ['concern.report'],
      gone: ['minor.report_prosecutor', ...orderedForChild],
      livesWhile: 'concernDue'
    },
    dataClass: 'D',
    label: { fr: 'Information préoccupante à transmettre', en: 'Report of concern to send' },
    startsOn: { fr: 'la connaissance de la minorité', en: 'the day minority is known' },
    basis: 'CASF.L226-2-1'
  })
} as const satisfies Record<string, DeadlineRow>
