import { createContext, useContext } from 'react'
import { type DirectoryDoor, remoteDirectory } from '../directory/door.ts'
import { type BridgeDoor, remoteBridges } from '../exchange/bridges/door.ts'
import { type ExchangeDoor, remoteExchange } from '../exchange/door.ts'
import { type ProsecutionDoor, remoteProsecution } from '../prosecution/criminal-cases/door.ts'
import { type FiguresDoor, remoteFigures } from '../prosecution/figures/door.ts'
import { type LawsDoor, remoteLaws } from '../prosecution/laws/door.ts'
import { type NetworksDoor, remoteNetworks } from '../prosecution/networks/door.ts'
import { type ApprovalsDoor, remoteApprovals } from '../protection/approvals/door.ts'
import { type BreachesDoor, remoteBreaches } from '../protection/breaches/door.ts'
import { type CaseloadDoor, remoteCaseload } from '../protection/caseload/door.ts'
import { type CasesDoor, remoteCases } from '../protection/cases/door.ts'
import { type ComplaintsDoor, remoteComplaints } from '../protection/complaints/door.ts'
import { type ConsentsDoor, remoteConsents } from '../protection/consents/door.ts'
import { type DocumentsDoor, remoteDocuments } from '../protection/documents/door.ts'
import { type EmergenciesDoor, remoteEmergencies } from '../protection/emergencies/door.ts'
import { type ErasuresDoor, remoteErasures } from '../protection/erasures/door.ts'
import { type IdentificationDoor, remoteIdentification } from '../protection/identifications/door.ts'
import { type MessagesDoor, remoteMessages } from '../protection/messages/door.ts'
import { type MoneyDoor, remoteMoney } from '../protection/money/door.ts'
import { remoteWork, type WorkDoor } from '../protection/my-day/door.ts'
import { type OversightDoor, remoteOversight } from '../protection/oversight/door.ts'
import { type PrintsDoor, remotePrints } from '../protection/prints/door.ts'
import { type ReferralsDoor, remoteReferrals } from '../protection/referrals/door.ts'
import { type RenewalsDoor, remoteRenewals } from '../protection/renewals/door.ts'
import { type RetentionDoor, remoteRetention } from '../protection/retention/door.ts'
import { type ReviewsDoor, remoteReviews } from '../protection/reviews/door.ts'
import { type AccessDoor, remoteAccess } from '../protection/rules/door.ts'
import { remoteScreenings, type ScreeningsDoor } from '../protection/screenings/door.ts'
import { remoteServices, type ServicesDoor } from '../protection/services/door.ts'
import { remoteSettings, type SettingsDoor } from '../protection/settings/door.ts'
import { remoteShelter, type ShelterDoor } from '../protection/shelter/door.ts'
import { remoteTexts, type TextsDoor } from '../protection/texts/door.ts'
import { remoteTips, type TipsDoor } from '../protection/tips/door.ts'
import { type OwnDoor, remoteOwn, remoteWindow, type WindowDoor } from '../protection/window/door.ts'
import { type AdministrationDoor, remoteAdministration } from './administration/door.ts'
import { type Http, remoteHttp } from './http.ts'
import { type KeysDoor, remoteKeys } from './keys/door.ts'
import { remoteSession, type SessionDoor } from './session-door.ts'
import { askForProof } from './step-up/asking-for-proof.ts'

/** Every way from the screens to what is kept. A screen knows a door, never what stands behind it. */
export interface Doors {
  readonly session: SessionDoor
  readonly work: WorkDoor
  readonly cases: CasesDoor
  readonly consents: ConsentsDoor
  readonly referrals: ReferralsDoor
  readonly directory: DirectoryDoor
  readonly administration: AdministrationDoor
  readonly exchange: ExchangeDoor
  readonly bridges: BridgeDoor
  readonly access: AccessDoor
  readonly emergencies: EmergenciesDoor
  readonly erasures: ErasuresDoor
  readonly retention: RetentionDoor
  readonly renewals: RenewalsDoor
  readonly documents: DocumentsDoor
  readonly breaches: BreachesDoor
  readonly reviews: ReviewsDoor
  readonly complaints: ComplaintsDoor
  readonly tips: TipsDoor
  readonly screenings: ScreeningsDoor
  readonly identification: IdentificationDoor
  readonly services: ServicesDoor
  readonly shelter: ShelterDoor
  readonly approvals: ApprovalsDoor
  readonly settings: SettingsDoor
  readonly money: MoneyDoor
  readonly oversight: OversightDoor
  readonly laws: LawsDoor
  readonly figures: FiguresDoor
  readonly prosecution: ProsecutionDoor
  readonly networks: NetworksDoor
  readonly prints: PrintsDoor
  readonly caseload: CaseloadDoor
  readonly messages: MessagesDoor
  readonly keys: KeysDoor
  readonly texts: TextsDoor
  readonly window: WindowDoor
  readonly own: OwnDoor
}

/** The doors whose other side is the node, over the network. */
function remoteDoors(http: Http): Doors {
  return {
    session: remoteSession(http),
    work: remoteWork(http),
    cases: remoteCases(http),
    consents: remoteConsents(http),
    referrals: remoteReferrals(http),
    directory: remoteDirectory(http),
    administration: remoteAdministration(http),
    exchange: remoteExchange(http),
    bridges: remoteBridges(http),
    access: remoteAccess(http),
    emergencies: remoteEmergencies(http),
    erasures: remoteErasures(http),
    retention: remoteRetention(http),
    renewals: remoteRenewals(http),
    documents: remoteDocuments(http),
    breaches: remoteBreaches(http),
    reviews: remoteReviews(http),
    complaints: remoteComplaints(http),
    tips: remoteTips(http),
    screenings: remoteScreenings(http),
    identification: remoteIdentification(http),
    services: remoteServices(http),
    shelter: remoteShelter(http),
    approvals: remoteApprovals(http),
    settings: remoteSettings(http),
    money: remoteMoney(http),
    oversight: remoteOversight(http),
    laws: remoteLaws(http),
    figures: remoteFigures(http),
    prosecution: remoteProsecution(http),
    networks: remoteNetworks(http),
    prints: remotePrints(http),
    caseload: remoteCaseload(http),
    messages: remoteMessages(http),
    keys: remoteKeys(http),
    texts: remoteTexts(http),
    window: remoteWindow(http),
    own: remoteOwn(http),
  }
}

/** The one place where a body is chosen for each door. */
export function openDoors(): Doors {
  return remoteDoors(remoteHttp((path, request) => fetch(path, request), askForProof))
}

export const DoorsContext = createContext<Doors | null>(null)

export function useDoors(): Doors {
  const doors = useContext(DoorsContext)
  if (doors === null) throw new TypeError('no doors around this screen')
  return doors
}
