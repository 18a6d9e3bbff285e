import { destination, pino } from 'pino';

/** Where the district says what happened. Details must hold no token, code or key. */
export interface Log {
  info(what: string, details?: object): void;
  warn(what: string, details?: object): void;
  error(what: string, details?: object): void;
}

/** JSON lines on standard error; standard output belongs to whoever started the server. */
export function createLog(): Log {
  const logger = pino({ name: 'district' }, destination({ dest: 2, sync: true }));
  return {
    info: (what, details = {}) => logger.info(details, what),
    warn: (what, details = {}) => logger.warn(details, what),
    error: (what, details = {}) => logger.error(details, what),
  };
}
