import { randomUUID } from 'node:crypto'
import {
  type Language,
  offered,
  type TipRules,
  type TipState,
  tipStanding,
  tipSubjects,
} from '@setu/vocabulary'
import { districts } from '@setu/vocabulary/places'
import { nothingTold, type Told } from './tell-form.ts'
import { numeral, tellSay } from './tell-words.ts'

/** Text inside a page: nothing that somebody wrote is ever read as a part of it. */
function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

interface Around {
  readonly language: Language
  readonly rules: TipRules
}

function pageOf(
  { language, rules }: Around,
  heading: string,
  inside: string,
  { numbersLast = false }: { readonly numbersLast?: boolean } = {},
): string {
  const say = (word: Parameters<typeof tellSay>[0]) => safe(tellSay(word, language))
  const other = language === 'bn' ? 'en' : 'bn'
  const numbers = rules.numbers
    .map(
      ({ number, name }) =>
        `<li><a href="tel:${safe(number)}"><strong>${safe(numeral(number, language))}</strong> ${safe(name[language])}</a></li>`,
    )
    .join('')
  const call = `<section class="numbers" aria-label="${say('danger')}">
<p>${say('danger')}</p>
<ul>${numbers}</ul>
</section>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="/notes.svg">
<link rel="stylesheet" href="/tell.css">
<script src="/tell.js" defer></script>
<title>${say('title')}</title>
</head>
<body>
<header>
<a class="leave" href="/weather.html">${say('leave')}</a>
<a href="/tell?lang=${other}" lang="${other}" hreflang="${other}">${say('other')}</a>
</header>
<main data-read="${say('read')}" data-stop="${say('stop')}">
<h1>${heading}</h1>
${numbersLast ? inside : call}
${numbersLast ? call : inside}
</main>
</body>
</html>
`
}

function choice(type: 'checkbox' | 'radio', name: string, value: string, label: string, on: boolean): string {
  return `<label class="choice"><input type="${type}" name="${name}" value="${safe(value)}"${on ? ' checked' : ''}> <span>${safe(label)}</span></label>`
}

function questionsOf(language: Language, told: Told): string {
  const say = (word: Parameters<typeof tellSay>[0]) => tellSay(word, language)
  const subjects = offered(tipSubjects)
    .map((entry) =>
      choice('checkbox', 'subject', entry.code, entry[language], told.subjects.includes(entry.code)),
    )
    .join('')
  const now = (['yes', 'soon', 'unknown'] as const)
    .map((one) =>
      choice(
        'radio',
        'now',
        one,
        say(({ yes: 'nowYes', soon: 'nowSoon', unknown: 'nowUnknown' } as const)[one]),
        told.now === one,
      ),
    )
    .join('')
  const places = districts
    .toSorted((a, b) => a[language].localeCompare(b[language], language))
    .map(
      (one) =>
        `<option value="${one.pcode}"${one.pcode === told.district ? ' selected' : ''}>${safe(one[language])}</option>`,
    )
    .join('')
  return `<fieldset><legend>${safe(say('subjects'))}</legend>${subjects}</fieldset>
<label for="words">${safe(say('words'))}</label>
<textarea id="words" name="words" rows="7" maxlength="4000" required autocomplete="off">${safe(told.words)}</textarea>
<fieldset><legend>${safe(say('now'))}</legend>${now}</fieldset>
<label for="district">${safe(say('district'))}</label>
<select id="district" name="district" autocomplete="off"><option value="">${safe(say('districtUnknown'))}</option>${places}</select>
<label for="mentioned">${safe(say('mentioned'))}</label>
<textarea id="mentioned" name="mentioned" rows="3" maxlength="2000" autocomplete="off">${safe(told.mentioned.join('\n'))}</textarea>
<label for="way">${safe(say('way'))}</label>
<textarea id="way" name="way" rows="2" maxlength="400" autocomplete="off">${safe(told.way ?? '')}</textarea>`
}

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${safe(value)}">`

const workFields = `${hidden('challenge', '')}${hidden('answer', '')}`

const note = (text: string): string => `<p class="note" role="alert">${safe(text)}</p>`

/** The page with its form, and what somebody wrote into it before where it could not be taken. */
export function tellPage(
  around: Around,
  {
    told = nothingTold,
    said = null,
  }: { readonly told?: Told; readonly said?: 'missing' | 'again' | null } = {},
): string {
  const { language, rules } = around
  const say = (word: Parameters<typeof tellSay>[0], gaps = {}) => safe(tellSay(word, language, gaps))
  return pageOf(
    around,
    say('heading'),
    `${said === null ? '' : note(tellSay(said, language))}
<p>${say('about')}</p>
<section><h2>${say('next')}</h2>
<ul><li>${say('nextRead', { hours: rules.triage.amount })}</li><li>${say('nextNames', { days: rules.keepWithoutCase.amount })}</li><li>${say('nextLimits')}</li></ul>
</section>
<form method="post" action="/tell" autocomplete="off" data-work>
${hidden('lang', language)}${hidden('id', told.id ?? randomUUID())}${workFields}
${questionsOf(language, told)}
<button>${say('send')}</button>
</form>
${askForm(language)}`,
  )
}

function askForm(language: Language): string {
  const say = (word: Parameters<typeof tellSay>[0]) => safe(tellSay(word, language))
  return `<section><h2>${say('ask')}</h2>
<form method="post" action="/tell/number" autocomplete="off" data-work>
${hidden('lang', language)}${workFields}
<label for="code">${say('code')}</label>
<input id="code" name="code" inputmode="numeric" maxlength="40" required autocomplete="off">
<button class="second">${say('askSend')}</button>
</form></section>`
}

const back = (language: Language): string =>
  `<p><a href="/tell?lang=${language}">${safe(tellSay('back', language))}</a></p>`

/** What is said once it has arrived, with the number that is shown this one time. */
export function arrivedPage(around: Around, receipt: string | null): string {
  const { language } = around
  const say = (word: Parameters<typeof tellSay>[0]) => safe(tellSay(word, language))
  const groups = receipt?.match(/.{4}/g)?.map((four) => numeral(four, language)) ?? []
  const number =
    receipt === null
      ? `<p>${say('twice')}</p>`
      : `<p>${say('code')}</p><p class="code">${groups.join(' ')}</p><p>${say('codeWhat')}</p>`
  return pageOf(around, say('arrived'), `${number}${back(language)}`, { numbersLast: true })
}

/** How something stands, in words that say nothing to whoever looks over a shoulder. */
export function standingPage(
  around: Around,
  found: { readonly code: string; readonly state: TipState | 'gone' } | null,
  said: 'unknown' | 'added' | 'notAdded' | 'again' | null = null,
): string {
  const { language } = around
  const say = (word: Parameters<typeof tellSay>[0]) => safe(tellSay(word, language))
  const open = found !== null && found.state !== 'gone' && found.state !== 'closed'
  const add = open
    ? `<form method="post" action="/tell/more" autocomplete="off" data-work>
${hidden('lang', language)}${hidden('code', found.code)}${workFields}
<label for="words">${say('add')}</label>
<textarea id="words" name="words" rows="5" maxlength="4000" required autocomplete="off"></textarea>
<button>${say('addSend')}</button>
</form>`
    : ''
  const standing = found === null ? '' : `<p class="standing">${safe(tipStanding[found.state][language])}</p>`
  return pageOf(
    around,
    say('title'),
    `${said === null ? '' : note(tellSay(said, language))}${standing}${add}
${found === null ? askForm(language) : ''}${back(language)}`,
  )
}

/** What is said when nothing can be done here. */
export function saidPage(around: Around, word: 'closed' | 'failed'): string {
  const { language } = around
  return pageOf(around, safe(tellSay('title', language)), `${note(tellSay(word, language))}${back(language)}`)
}
