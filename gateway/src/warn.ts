/** What the gateway says into the log by itself: services beside it write into the same. */
import { log } from '@vigia/kit/log'

export const warn = (sentence: string): void => log.warn({ service: 'gateway' }, sentence)
