/** What a sign-in name looks like: small letters and digits, so that it is typed alike on every keyboard. */
export const signInNameShape: RegExp = /^[a-z0-9][a-z0-9._-]{1,63}$/

/** The fewest characters of a password; length is what counts. */
export const shortestPassword = 12
