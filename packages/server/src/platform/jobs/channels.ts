import type { Language } from '@setu/vocabulary'
import { createTransport } from 'nodemailer'
import webPush, { WebPushError } from 'web-push'
import type { PushSettings, Settings } from '../config.ts'
import { messageWords } from './message-words.ts'

/** How it went: it is on its way, it may work later, or nobody is at this address any more. */
export type Delivery = 'sent' | 'later' | 'gone'

/** A way to tell somebody, outside of Setu, that something waits. */
export type Channel = (address: Readonly<Record<string, string>>, language: Language) => Promise<Delivery>

/** The ways that this node was given; a way it was not given is not there. */
export type Channels = Readonly<Partial<Record<'email' | 'push', Channel>>>

function emailChannel(mail: NonNullable<Settings['mail']>, origin: string): Channel {
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return async ({ address }, language) => {
    if (address === undefined) return 'gone'
    try {
      await transport.sendMail({
        from: mail.from,
        to: address,
        subject: messageWords[language],
        text: `${messageWords[language]}\n${origin}\n`,
      })
      return 'sent'
    } catch {
      return 'later'
    }
  }
}

/** The services answer 404 or 410 when a browser has given its subscription up. */
function isGone(error: unknown): boolean {
  return error instanceof WebPushError && (error.statusCode === 404 || error.statusCode === 410)
}

function pushChannel({ subject, publicKey, privateKey }: PushSettings): Channel {
  return async ({ endpoint, p256dh, auth }, language) => {
    if (endpoint === undefined || p256dh === undefined || auth === undefined) return 'gone'
    try {
      await webPush.sendNotification(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify({ title: messageWords[language], lang: language }),
        { vapidDetails: { subject, publicKey, privateKey }, TTL: 86_400, timeout: 15_000 },
      )
      return 'sent'
    } catch (error) {
      return isGone(error) ? 'gone' : 'later'
    }
  }
}

/** The ways of telling that the settings give, each leading back to where people reach the node. */
export function channelsOf({ mail, push }: Pick<Settings, 'mail' | 'push'>, origin: string): Channels {
  return {
    ...(mail === null ? {} : { email: emailChannel(mail, origin) }),
    ...(push === null ? {} : { push: pushChannel(push) }),
  }
}
