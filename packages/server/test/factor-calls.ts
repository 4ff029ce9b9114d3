/** Requests about passwords, codes and passkeys of one's own. */
export const factorCalls = {
  setOwnPassword: { body: () => ({ next: 'forty herons over the haor' }) },
  startTotp: {},
  finishTotp: { body: () => ({ code: '00000' }) },
  newRecoveryCodes: {},
  askPasskey: { body: () => ({}) },
  startPasskey: {},
  finishPasskey: {
    body: () => ({
      name: 'phone',
      id: 'AAAA',
      attestationObject: 'AAAA',
      clientDataJSON: 'AAAA',
      transports: [],
    }),
  },
  removePasskey: { id: 'device', body: () => ({}) },
} as const
