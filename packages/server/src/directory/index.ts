export { addAccount, addOrganisation, addUnit, type Beginning, type NewAccount, type NewOrganisation, type NewUnit, setUp } from './setup.ts'
