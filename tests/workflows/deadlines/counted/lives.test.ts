import { expect, it } from 'vitest'
import { legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from '../running/kept-clocks.ts'

// Lives as they happen, each counted by hand from the text: the last day in the strictest reading, no later than which it is safe, and in
// the most generous, no sooner than which it ends in law (none: no end).

const codes: Record<string, DeadlineCode> = {
  two: 'D-APPEAL-TA',
  silence: 'D-APPEAL-TA',
  month: 'D-APPEAL-LEAVE',
  week: 'D-APPEAL-LEAVE-7D',
  ban: 'D-BAN-7D',
  transfer: 'D-APPEAL-TRANSFER-7D',
  arrest: 'D-ARREST-7D',
  appeal: 'D-APPEAL-CAA',
  judged: 'D-APPEAL-JUDGMENT',
  cassation: 'D-CASSATION'
}

const lives = `
two 2026-05-15 | | 2026-07-16 | 2026-07-16 | the fourteenth of July is no last day (CJA R421-1)
two 2026-11-23 | | 2027-01-25 | 2027-01-25 | a last day on a Sunday
two 2026-12-31 | | 2027-03-01 | 2027-03-01 | two months of which the last is short
two 2026-08-31 | | 2026-11-02 | 2026-11-02 | All Saints, a Sunday
two 2027-12-29 | | 2028-03-01 | 2028-03-01 | two months that end on the 29th of February
two 2027-03-07 | | 2027-05-10 | 2027-05-10 | a last day on a Saturday, the 8th of May
month 2027-04-05 | | 2027-05-07 | 2027-05-07 | a month that ends on Ascension Day
month 2027-04-16 | | 2027-05-18 | 2027-05-18 | a Sunday, then Whit Monday
month 2028-01-31 | | 2028-03-01 | 2028-03-01 | a month that ends in a leap February
two 2026-09-10 | | 2026-11-12 | 2026-11-12 | a last day on Armistice Day
month 2026-11-24 | | 2026-12-28 | 2026-12-28 | a month that ends at Christmas (CESEDA L911-1)
month 2027-01-31 | | 2027-03-01 | 2027-03-01 | a month that ends in February
week 2026-11-20 | | 2026-11-27 | 2026-11-28 | told in prison on a Friday (CESEDA L614-3, L921-1)
judged 2026-11-23 | | 2026-12-03 | 2026-12-03 | ten days from the pronouncement (CPP 498)
judged 2026-11-25 | | 2026-12-07 | 2026-12-07 | ten days that end on a Saturday (CPP 801)
cassation 2026-11-23 | | 2026-11-30 | 2026-11-30 | five clear days (CPP 568)
two 2026-10-01 | aid_asked 2026-12-02, aid_decided 2027-01-08 | 2027-03-09 | 2027-03-24 | aid on the last day (art. 43)
two 2026-10-01 | aid_asked 2026-12-03, aid_decided 2027-01-08 | 2026-12-02 | 2026-12-02 | aid a day too late
two 2026-10-01 | aid_asked 2026-11-16, aid_decided 2026-12-21, aid_decided 2027-01-25 | 2027-02-22 | 2027-03-26 | aid refused, disputed and confirmed (art. 43, 3°)
two 2026-10-01 | aid_asked 2026-11-16, aid_decided 2026-12-21, aid_asked 2026-12-30 | 2027-02-22 | none | aid refused, and disputed as a request
two 2026-10-01 | aid_asked 2026-11-16, aid_decided 2026-12-21 lawyerOn=2027-02-01 | 2027-02-22 | 2027-04-02 | a lawyer named later (art. 43, 4°)
two 2026-10-01 | aid_asked 2026-11-16, aid_decided 2026-11-20, aid_decided 2026-12-21 | 2027-01-21 | 2027-03-08 | aid for the time being, then decided (art. 43, 1°)
two 2026-10-01 | aid_decided 2026-12-21 askedOn=2026-11-10 | 2027-02-22 | 2027-03-08 | aid known by its answer
two 2026-10-01 | aid_decided 2026-12-21 | 2026-12-02 | 2027-03-08 | aid of which nobody knows when it was asked for
month 2026-11-09 | aid_asked 2026-12-10, aid_decided 2027-01-11 | 2027-02-12 | 2027-03-01 | aid on the last day of the month
week 2026-11-20 | aid_asked 2026-11-25, aid_decided 2026-12-15 | 2026-11-27 | 2026-11-28 | aid within seven days gives nothing (CESEDA R921-3)
appeal 2026-10-01 | aid_asked 2026-11-20, aid_decided 2026-12-10, aid_decided 2027-01-15 | 2027-02-11 | 2027-03-16 | aid against a judgment, refused and confirmed
month 2026-11-09 | prison 2026-12-04 | 2026-12-11 | 2026-12-12 | prison within the month (CESEDA R921-2)
month 2026-10-30 | prison 2026-12-02 | 2026-12-01 | 2026-12-10 | in prison within the month, told once it is over (CESEDA R921-2)
month 2026-10-30 | detention_centre 2026-12-02 at=09:00 | 2026-12-01 | 2026-12-04 | detained within the month, told once it is over (CESEDA R921-1)
month 2026-10-30 | arrest 2026-11-27 informed=yes informedOn=2026-12-03 | 2026-12-01 | 2026-12-11 | arrest notified within the month, told once it is over (CESEDA R921-1)
month 2026-10-30 | arrest 2026-12-14 informed=yes informedOn=2026-12-15 | 2026-12-01 | 2026-12-01 | arrest six weeks later cuts nothing, and gives nothing
month 2026-11-09 | arrest 2026-11-23 | 2026-11-30 | 2026-12-10 | arrest, and nobody says whether the person was told
month 2026-11-09 | arrest 2026-11-23 informed=no | 2026-12-10 | 2026-12-10 | arrest, and the person was not told
month 2026-11-09 | arrest 2026-11-23 informed=yes appealWithin=two_months | 2026-11-30 | 2026-12-10 | arrest of two months, told that the month is cut (CESEDA R921-1, L731-1)
month 2026-11-09 | arrest 2026-11-23 appealWithin=two_months | 2026-12-10 | 2026-12-10 | arrest of two months, of which nothing is said
week 2026-11-20 | arrest 2026-11-23 informed=yes | 2026-11-27 | 2026-11-28 | arrest within seven days
week 2026-11-20 | prison 2026-11-24 | 2026-11-27 | 2026-11-28 | prison within seven days, which it does not cut
week 2026-11-20 | detention_centre 2026-11-24 at=09:00 | 2026-11-26 | 2026-11-26 | detention within seven days (CESEDA R921-1, al. 2)
month 2026-11-09 | aid_asked 2026-11-12, prison 2026-11-16 | 2026-11-23 | none | aid, then prison (CESEDA R911-9)
month 2026-11-09 | aid_asked 2026-11-20, prison 2026-11-20 | 2026-11-27 | none | aid and prison on one day
month 2026-11-09 | aid_asked 2026-11-12, arrest 2026-11-23 informed=yes | 2026-11-30 | none | aid asked for before the arrest stays valid (CESEDA R911-9)
month 2026-11-09 | aid_asked 2026-11-12, detention_centre 2026-11-23 at=10:00 | 2026-11-25 | none | aid asked for before detention stays valid (CESEDA R911-9)
month 2026-11-09 | aid_asked 2026-11-12, prison 2026-11-23, aid_decided 2026-12-15 | 2026-11-30 | 2027-02-01 | aid asked for before prison, decided once the seven days are over (CESEDA R911-9)
month 2026-11-09 | aid_asked 2026-11-12, prison 2026-11-16, detention_centre 2026-11-25 at=09:00 | 2026-11-23 | none | aid, prison, and detention once the seven days are over
month 2026-11-09 | prison 2026-11-23, aid_decided 2026-12-15 | 2026-11-30 | 2027-02-01 | aid decided after prison, and nobody says when it was asked for (CESEDA R911-9)
month 2026-11-09 | detention_centre 2026-11-23 at=10:00, aid_decided 2026-12-15 | 2026-11-25 | 2027-02-01 | aid decided after detention, and nobody says when it was asked for (CESEDA R911-9)
month 2026-11-09 | prison 2026-11-16, aid_asked 2026-11-20 | 2026-11-23 | 2026-11-24 | aid after prison gives nothing (CESEDA R921-3)
month 2026-11-09 | aid_asked 2026-11-12, aid_decided 2026-11-20, detention_centre 2026-11-30 at=15:00 | 2026-12-02 | 2026-12-02 | detention after aid was decided
month 2026-11-09 | gracious 2026-11-12, gracious_rejected 2026-11-30 | 2026-12-10 | 2026-12-10 | reconsideration of an obligation to leave (CESEDA R911-1)
two 2026-10-01 | detention_centre 2026-11-10 at=15:00 | 2026-12-02 | 2026-12-02 | detention, and a refusal of two months
ban 2026-11-20 | detention_centre 2026-11-24 at=10:00 | 2026-11-26 | 2026-11-27 | detention, and a return ban alone on file (CESEDA L614-4, R921-1)
transfer 2026-11-20 | detention_centre 2026-11-24 at=10:00 | 2026-11-26 | 2026-11-27 | detention, and a transfer alone on file (CESEDA L572-4, R921-1)
arrest 2026-11-20 | detention_centre 2026-11-24 at=10:00 | 2026-11-26 | 2026-11-27 | detention, and a house arrest alone on file (CESEDA L732-8, R921-1)
two 2026-10-01 | gracious 2026-11-16, gracious_rejected 2026-12-10 | 2027-02-11 | 2027-02-11 | reconsideration rejected (CRPA L411-2)
two 2026-10-01 | gracious 2026-11-16 | 2027-03-17 | none | reconsideration, and silence that nobody acknowledged (CRPA L112-6)
two 2026-10-01 | gracious 2026-11-16, gracious_rejected 2027-02-20 | 2027-04-21 | 2027-04-21 | rejected after silence had (CJA R421-2)
two 2026-10-01 | gracious 2026-11-16, gracious_rejected 2027-04-01 | 2027-03-17 | 2027-06-02 | rejected once the time from silence is over
two 2026-10-01 | gracious 2026-11-16, gracious_rejected 2027-03-17 | 2027-05-18 | 2027-05-18 | rejected on the last day from silence
two 2026-10-01 | gracious 2026-11-16, aid_asked 2027-03-17, aid_decided 2027-04-15 | 2027-06-16 | 2027-07-01 | aid on the last day from silence
two 2026-10-01 | gracious 2026-10-05, gracious_rejected 2026-10-20, aid_asked 2026-12-10, aid_decided 2027-01-11 | 2027-03-12 | 2027-03-30 | aid within the time that a rejection gave
two 2026-10-01 | gracious 2026-11-20, gracious_rejected 2026-11-12 | 2026-12-02 | none | an answer dated before its question
two 2026-10-01 | gracious 2026-11-02, hierarchical 2026-11-20, gracious_rejected 2026-12-01, hierarchical_rejected 2026-12-28 | 2027-03-01 | 2027-03-01 | both recourses (CRPA L411-2, al. 2)
two 2026-10-01 | gracious 2026-10-05, gracious_rejected 2026-10-20, hierarchical 2026-11-10 | 2026-12-21 | none | the other recourse within the first time, once one is rejected (CRPA L411-2, al. 2)
two 2026-10-01 | gracious 2026-10-05, gracious_rejected 2026-10-20, hierarchical 2026-11-10, hierarchical_rejected 2026-12-20 | 2026-12-21 | 2027-02-22 | the other recourse within the first time, rejected (CRPA L411-2, al. 2)
two 2026-10-01 | gracious 2026-10-05, gracious_rejected 2026-10-20, hierarchical_rejected 2026-12-20 | 2026-12-21 | 2027-02-22 | the other recourse, known by its answer alone (CRPA L411-2, al. 2)
two 2026-10-01 | gracious 2026-11-02, gracious_rejected 2026-11-20, hierarchical 2026-12-15 | 2027-01-21 | 2027-01-21 | the other recourse after the first time
two 2026-10-01 | gracious 2026-11-02, gracious_rejected 2026-11-20, gracious 2026-11-25 | 2027-01-21 | 2027-01-21 | the same recourse again
two 2026-10-01 | gracious 2026-11-02, aid_asked 2026-11-10, aid_decided 2026-12-01, gracious_rejected 2026-12-20 | 2027-02-22 | 2027-02-22 | aid decided while a reconsideration waits
two 2026-10-01 | gracious 2026-11-02, aid_asked 2026-11-10, gracious_rejected 2026-12-01, aid_decided 2026-12-20 | 2027-02-22 | 2027-03-05 | reconsideration rejected while aid waits
two 2026-10-01 | aid_asked 2026-11-10, gracious 2026-12-10, gracious_rejected 2026-12-28, aid_decided 2027-01-05 | 2027-03-08 | 2027-03-22 | reconsideration while aid alone keeps it open
silence 2026-10-01 | reasons_asked 2026-11-20 | 2027-11-20 | 2027-11-20 | reasons asked for, and never given (CRPA L232-4; CE, avis, 504677)
silence 2026-10-01 | reasons_asked 2026-11-20, reasons_given 2026-12-15 | 2027-02-16 | 2027-02-16 | reasons given
silence 2026-10-01 | reasons_asked 2026-11-20, reasons_given 2027-11-02 | 2027-11-20 | 2027-11-20 | reasons given less than two months before the year is over (CE, avis, 504677)
two 2026-10-01 | reasons_asked 2026-11-20, reasons_given 2026-12-15 | 2026-12-02 | 2026-12-02 | reasons of a decision that was given extend nothing (CRPA L232-4)
two 2026-10-01 | reasons_asked 2026-11-20, aid_asked 2027-01-10, aid_decided 2027-02-01 | 2026-12-02 | 2026-12-02 | reasons of a decision that was given keep it open for no aid (CRPA L232-4)
two 2026-10-01 | reasons_asked 2026-11-20, reasons_given 2026-12-15, aid_asked 2027-01-10, aid_decided 2027-02-01 | 2026-12-02 | 2026-12-02 | reasons given of a decision that was given keep it open for no aid (CRPA L232-4)
two 2026-10-01 | reasons_asked 2026-11-20, aid_asked 2027-01-10, reasons_given 2027-01-20, aid_decided 2027-02-01 | 2026-12-02 | 2026-12-02 | aid between reasons asked for and given, of a decision that was given (CRPA L232-4)
silence 2026-10-01 | reasons_asked 2026-11-20, aid_asked 2028-02-01, reasons_given 2028-02-10, aid_decided 2028-03-01 | 2027-11-20 | 2027-11-20 | aid once the year of reasons is over, and reasons given since (CE, avis, 504677)
silence 2026-10-01 | reasons_asked 2026-11-20, aid_asked 2027-02-10, aid_decided 2027-03-01 | 2027-05-03 | 2027-05-18 | aid asked for while reasons keep it open
silence 2026-10-01 | reasons_asked 2026-11-20, aid_asked 2027-11-20, aid_decided 2027-12-10 | 2027-11-20 | 2028-02-28 | aid on the last day of the year of reasons (CE, avis, 504677)
silence 2026-10-01 | reasons_asked 2026-11-20, aid_asked 2028-02-01, aid_decided 2028-03-01 | 2027-11-20 | 2027-11-20 | aid once the year of reasons is over (CE, avis, 504677)
silence 2026-10-01 | reasons_asked 2026-11-20, reasons_given 2027-10-01, aid_asked 2027-11-25, aid_decided 2027-12-10 | 2027-11-20 | 2027-11-20 | reasons given late, and aid after their year (CE, avis, 504677)
silence 2026-10-01 | reasons_given 2026-12-15 | 2026-12-02 | 2027-02-16 | reasons of which nobody knows when they were asked for
`

const actIn = (text: string, about: string): [string, object] => {
  const [what, on, ...more] = text.split(' ')
  const fields = Object.fromEntries(more.map((one) => one.split('=')))
  return what === 'arrest'
    ? ['house_arrest.notified', { appealWithin: 'seven_days', decisionOn: on, notifiedOn: on, ...fields }]
    : ['appeal.time', { what, about, on, ...fields }]
}

const table = lives
  .trim()
  .split('\n')
  .map((line) => {
    const [decision, acts, sure, last, name] = line.split('|').map((one) => one.trim())
    const [kind, notice] = decision!.split(' ')
    const about = kind === 'two' || kind === 'silence' ? 'permit' : kind === 'appeal' ? 'judgment' : 'removal'
    return {
      ...{
        name: name!,
        silence: kind === 'silence',
        code: codes[kind!]!,
        notice: notice!,
        sure: sure!,
        last: last!
      },
      acts: acts === '' ? [] : acts!.split(', ').map((one) => actIn(one, about))
    }
  })

it.each(table.map((one) => [one.name, one] as const))(
  '%s',
  (_, { code, notice, silence, acts, sure, last }) => {
    const kept = keptClocks([{ code, notifiedOn: notice, silence }])
    for (const [command, input] of acts) kept.act(command as 'appeal.time', { ...input })
    const clock = kept.against(notice)!
    const end = legalEnd(clock)
    const law = end === null ? clock.dueOn : (end.on ?? 'none')
    const isSafe = clock.dueOn <= sure
    const isLong = law === 'none' || (last !== 'none' && law >= last)
    expect({ safe: clock.dueOn, law, isSafe, isLong }).toMatchObject({ isSafe: true, isLong: true })
  }
)
