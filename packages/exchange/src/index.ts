export { type HtcdsReading, type HtcdsReadOptions, readHtcds } from './htcds/read-htcds.ts'
