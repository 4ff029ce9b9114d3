import type { Messages } from '@lingui/core'
import type { Language } from '@setu/vocabulary'
import type abroad from './abroad.en.json'
import type administration from './administration.en.json'
import type alerts from './alerts.en.json'
import type complaints from './complaints.en.json'
import type court from './court.en.json'
import type directory from './directory.en.json'
import type exchange from './exchange.en.json'
import type forms from './forms.en.json'
import type incidents from './incidents.en.json'
import type joint from './joint.en.json'
import type laws from './laws.en.json'
import type livelihood from './livelihood.en.json'
import type networks from './networks.en.json'
import type oversight from './oversight.en.json'
import type own from './own.en.json'
import type platform from './platform.en.json'
import type prints from './prints.en.json'
import type protection from './protection.en.json'
import type retention from './retention.en.json'
import type reviews from './reviews.en.json'
import type rules from './rules.en.json'
import type shell from './shell.en.json'
import type tips from './tips.en.json'

/** Every phrase that a screen may show; a misspelt one does not compile. */
export type WordId =
  | keyof typeof shell
  | keyof typeof platform
  | keyof typeof forms
  | keyof typeof protection
  | keyof typeof directory
  | keyof typeof administration
  | keyof typeof abroad
  | keyof typeof alerts
  | keyof typeof exchange
  | keyof typeof incidents
  | keyof typeof joint
  | keyof typeof laws
  | keyof typeof livelihood
  | keyof typeof networks
  | keyof typeof complaints
  | keyof typeof court
  | keyof typeof retention
  | keyof typeof reviews
  | keyof typeof rules
  | keyof typeof oversight
  | keyof typeof prints
  | keyof typeof own
  | keyof typeof tips

type Load = () => Promise<{ readonly messages: Messages }>

/** The words of one room, in a chunk of their own for each language. */
export const rooms = {
  shell: { en: () => import('virtual:words/shell.en'), bn: () => import('virtual:words/shell.bn') },
  platform: { en: () => import('virtual:words/platform.en'), bn: () => import('virtual:words/platform.bn') },
  forms: { en: () => import('virtual:words/forms.en'), bn: () => import('virtual:words/forms.bn') },
  protection: {
    en: () => import('virtual:words/protection.en'),
    bn: () => import('virtual:words/protection.bn'),
  },
  directory: {
    en: () => import('virtual:words/directory.en'),
    bn: () => import('virtual:words/directory.bn'),
  },
  administration: {
    en: () => import('virtual:words/administration.en'),
    bn: () => import('virtual:words/administration.bn'),
  },
  abroad: { en: () => import('virtual:words/abroad.en'), bn: () => import('virtual:words/abroad.bn') },
  alerts: { en: () => import('virtual:words/alerts.en'), bn: () => import('virtual:words/alerts.bn') },
  exchange: { en: () => import('virtual:words/exchange.en'), bn: () => import('virtual:words/exchange.bn') },
  complaints: {
    en: () => import('virtual:words/complaints.en'),
    bn: () => import('virtual:words/complaints.bn'),
  },
  court: { en: () => import('virtual:words/court.en'), bn: () => import('virtual:words/court.bn') },
  retention: {
    en: () => import('virtual:words/retention.en'),
    bn: () => import('virtual:words/retention.bn'),
  },
  reviews: { en: () => import('virtual:words/reviews.en'), bn: () => import('virtual:words/reviews.bn') },
  incidents: {
    en: () => import('virtual:words/incidents.en'),
    bn: () => import('virtual:words/incidents.bn'),
  },
  joint: { en: () => import('virtual:words/joint.en'), bn: () => import('virtual:words/joint.bn') },
  laws: { en: () => import('virtual:words/laws.en'), bn: () => import('virtual:words/laws.bn') },
  livelihood: {
    en: () => import('virtual:words/livelihood.en'),
    bn: () => import('virtual:words/livelihood.bn'),
  },
  networks: { en: () => import('virtual:words/networks.en'), bn: () => import('virtual:words/networks.bn') },
  prints: { en: () => import('virtual:words/prints.en'), bn: () => import('virtual:words/prints.bn') },
  oversight: {
    en: () => import('virtual:words/oversight.en'),
    bn: () => import('virtual:words/oversight.bn'),
  },
  own: { en: () => import('virtual:words/own.en'), bn: () => import('virtual:words/own.bn') },
  tips: { en: () => import('virtual:words/tips.en'), bn: () => import('virtual:words/tips.bn') },
  rules: { en: () => import('virtual:words/rules.en'), bn: () => import('virtual:words/rules.bn') },
} as const satisfies Record<string, Record<Language, Load>>

export type WordRoom = keyof typeof rooms
