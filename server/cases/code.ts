/** No sequence, no date, no letter that reads as another; 31 is prime, so that one wrong or two swapped signs show. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 7
const half = 4

/** Signs from random bytes, as many as there are bytes. */
const signsFrom = (random: Uint8Array) => [...random].map((byte) => alphabet[byte % alphabet.length]).join('')

const checkSign = (signs: string) =>
  alphabet[
    [...signs].reduce((sum, sign, index) => sum + alphabet.indexOf(sign) * (index + 2), 0) % alphabet.length
  ]!

/** A public case code from random bytes: seven signs and one that checks them. */
export const caseCode = (random: Uint8Array): string => {
  const signs = signsFrom(random.slice(0, length))
  return signs + checkSign(signs)
}

const signsOf = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/^\s*TEH/, '')
    .replace(/[\s-]/g, '')

/** What people type: spaces, dashes, the prefix and lower case are all the same code. Null when a sign is wrong. */
export const readCode = (typed: string): string | null => {
  const signs = signsOf(typed)
  if (signs.length !== length + 1 || [...signs].some((sign) => !alphabet.includes(sign))) return null
  return checkSign(signs.slice(0, length)) === signs[length] ? signs : null
}

/** The first half of a code, as people say it; enough where one of their own cases alone begins so. Null for anything else. */
export const readHalf = (typed: string): string | null => {
  const signs = signsOf(typed)
  return signs.length === half && [...signs].every((sign) => alphabet.includes(sign)) ? signs : null
}

export const showCode = (code: string) => `TEH ${code.slice(0, 4)} ${code.slice(4)}`

const referenceBytes = 5
const idBytes = 16

/**
 * What tells one referral from another before its case may be named: drawn from its own identifier, so it says nothing of
 * the case, and two referrals of one case share nothing.
 */
export const referenceOf = (referralId: string): string => {
  const signs = signsFrom(Buffer.from(referralId.replaceAll('-', ''), 'hex').subarray(-referenceBytes))
  return `OR ${signs.slice(0, 3)} ${signs.slice(3)}${checkSign(signs)}`
}

/** A reference as it is typed, with its prefix or without: what each of its signs says of a byte. Null for anything else. */
export const readReference = (typed: string): number[] | null => {
  const signs = typed
    .toUpperCase()
    .replace(/^\s*OR/, '')
    .replace(/[\s-]/g, '')
  const [drawn, check] = [signs.slice(0, referenceBytes), signs.slice(referenceBytes)]
  const all = [...signs].every((sign) => alphabet.includes(sign))
  if (signs.length !== referenceBytes + 1 || !all || checkSign(drawn) !== check) return null
  return [...drawn].map((sign) => alphabet.indexOf(sign))
}

/** Whether the identifier in this column is that of a reference, whose signs are the parameters from `$first` on. */
export const isReferenced = (column: string, first: number): string =>
  Array.from(
    { length: referenceBytes },
    (_one, index) =>
      `get_byte(uuid_send(${column}), ${idBytes - referenceBytes + index}) % ${alphabet.length} = $${first + index}`
  ).join(' and ')
