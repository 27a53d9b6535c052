/** Words by which a post or a kind of worker is known; a name that holds one is no body. */
import { pattern } from './pattern.ts'

export const roleWord = pattern('i')`
    \b(?:chairs?|managers?|heads?|directors?|leads?|officers?|nurses?|doctors?|gps?|superintendent|inspectors?|
    sergeants?|chief|commander|co-?ordinators?|principal|designated|named|deputy|assistant|practitioners?|
    workers?|midwi(?:fe|ves)|matrons?|consultants?|secretary|executives?|leaders?|dcs|dass|dsls?|lados?|analysts?|
    advis[eo]rs?|clerks?|trainers?|administrators?|governors?|teachers?|psychologists?|authors?|scrutineers?|
    champions?|staff|team|visitors?|clinicians?|professionals?|employees|supervisors?|carers?|parents?|families|
    members?|landlords|therapists?|paediatricians?|commissioners|magistrates|judges|coroners?)\b
  `
