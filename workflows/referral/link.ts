/** How long a link opens its referral at least; it is renewed for as long again, to the address it was first sent to. A choice of design. */
export const linkDays = 8

/** How long it opens beyond the day of the answer: holidays of the place where it is counted and the clocks overseas put that off by some days. */
export const linkGraceDays = 7
