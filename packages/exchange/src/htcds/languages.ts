import { spokenLanguages } from '@setu/vocabulary'
import { type CodeIndex, findCode, indexCodes } from './code-index.ts'

/** Two letters of ISO 639-1, then the three of ISO 639-2 (terminology). Registration authority: Library of Congress. */
const pairs = `
  aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bhbih bibis
  bmbam bnben bobod brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv
  dzdzo eeewe elell eneng eoepo esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry gagle gdgla
  glglg gngrn guguj gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyhye hzher iaina idind ieile igibo
  iiiii ikipk ioido isisl itita iuiku jajpn jvjav kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor
  krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah
  mimri mkmkd mlmal mnmon mrmar msmsa mtmlt mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl
  nvnav nynya ococi ojoji omorm orori ososs papan pipli plpol pspus ptpor quque rmroh rnrun roron rurus
  rwkin sasan scsrd sdsnd sesme sgsag sisin skslk slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun
  svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi tytah uguig
  ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid yoyor zazha zhzho zuzul
`

/** Three letters as libraries write them, then the three that go by the language's own name. ISO 639-2. */
const libraryCodes = `
  albsqi armhye baqeus burmya chizho czeces dutnld frefra geokat gerdeu greell iceisl macmkd maomri maymsa
  perfas rumron sloslk tibbod welcym
`

/** The codes of ISO 639-2 that have no two letters, families of languages among them. */
const withoutTwo = `
  ace ach ada ady afa afh ain akk ale alg alt ang anp apa arc arn arp art arw ast ath aus awa bad bai bal
  ban bas bat bej bem ber bho bik bin bla bnt bra btk bua bug byn cad cai car cau ceb cel chb chg chk chm
  chn cho chp chr chy cmc cnr cop cpe cpf cpp crh crp csb cus dak dar day del den dgr din doi dra dsb dua
  dum dyu efi egy eka elx enm ewo fan fat fil fiu fon frm fro frr frs fur gaa gay gba gem gez gil gmh goh
  gon gor got grb grc gsw gwi hai haw hil him hit hmn hsb hup iba ijo ilo inc ine inh ira iro jbo jpr jrb
  kaa kab kac kam kar kaw kbd kha khi kho kmb kok kos kpe krc krl kro kru kum kut lad lah lam lez lol loz
  lua lui lun luo lus mad mag mai mak man map mas mdf mdr men mga mic min mis mkh mnc mni mno moh mos mul
  mun mus mwl mwr myn myv nah nai nap nds new nia nic niu nog non nqo nso nub nwc nym nyn nyo nzi osa ota
  oto paa pag pal pam pap pau peo phi phn pon pra pro raj rap rar roa rom rup sad sah sai sal sam sas sat
  scn sco sel sem sga sgn shn sid sio sit sla sma smi smj smn sms snk sog son srn srr ssa suk sus sux syc
  syr tai tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tup tut tvl tyv udm uga umb und vai vot wak
  wal war was wen xal yao yap ypk zap zbl zen zgh znd zun zxx zza
`

function split(list: string, at: number): Map<string, string> {
  return new Map(
    list
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, at), pair.slice(at)]),
  )
}

const fromTwo = split(pairs, 2)

function languageKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s,;]+/g, '')
}

function entries(): readonly (readonly [name: string, code: string])[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  const threes = [...fromTwo.values(), ...withoutTwo.trim().split(/\s+/)]
  const ours = spokenLanguages.entries.map((language) => {
    return { ...language, three: language.code.length === 3 ? language.code : language.htcds }
  })
  return [
    ...[...fromTwo].map(([two, three]) => [names.of(two) ?? two, three] as const),
    ...ours.map(({ en, three }) => [en, three] as const),
    ...ours.map(({ bn, three }) => [bn, three] as const),
    ...ours.map(({ three }) => [three, three] as const),
    ...split(libraryCodes, 3),
    ...threes.map((three) => [three, three] as const),
    ...fromTwo,
  ]
}

/**
 * The languages of ISO 639-2 under their three letters, their two, and their names.
 *
 * Rohingya and others have no code of their own there; their ISO 639-3 code is kept, since a family of
 * languages finds no interpreter.
 */
export const languageIndex: CodeIndex = indexCodes(entries(), languageKey)

/** The three-letter code of a language given by its two letters, its three, or its name; null when it is none. */
export function parseLanguage(text: string): string | null {
  return findCode(languageIndex, text)
}
