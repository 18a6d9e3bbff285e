import { startDistrict, type RunningDistrict } from '../../district/server.ts';
import { ackSchema, tillStateSchema, type Ack, type TillState } from '../../shared/upload/protocol.ts';
import { PaperTill } from './paper-till.ts';
import { PaperUpload, type Answer } from './paper-upload.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** A district of a test's own, in memory unless it is given a database, with a clock that stands still. */
export class TestDistrict {
  readonly clock: { time: number; now(): number };
  readonly running: RunningDistrict;
  readonly upload: PaperUpload;

  private constructor(running: RunningDistrict, clock: TestDistrict['clock']) {
    this.running = running;
    this.clock = clock;
    this.upload = new PaperUpload(running.url);
  }

  static async start(databaseUrl?: string, time = Date.parse('2026-04-15T14:00:00Z')): Promise<TestDistrict> {
    const clock = {
      time,
      now(): number {
        return this.time;
      },
    };
    const name = 'Dinas Koperasi Panderman';
    return new TestDistrict(await startDistrict({ port: 0, databaseUrl, name, clock, log: quiet }), clock);
  }

  /** How an honest till signs just now. */
  get now(): { created: number } {
    return { created: Math.floor(this.clock.time / 1000) };
  }

  /** A paper till that is enrolled here. */
  async enrolled(options: { example?: boolean; gerai?: string } = {}): Promise<PaperTill> {
    const till = new PaperTill(options);
    const { gerai = 'Gerai Dadapan' } = options;
    const code = await this.running.newEnrolmentCode(gerai);
    const { status } = await this.upload.enrol(till, code, this.now, { gerai });
    if (status !== 200) throw new Error(`not enrolled: ${status}`);
    return till;
  }

  /** What is held of a till, as the office is told. */
  async stateOf(till: PaperTill | string): Promise<TillState> {
    const tillId = typeof till === 'string' ? till : till.tillId;
    const response = await this.asOffice(`/v1/tills/${tillId}`);
    return tillStateSchema.parse(await response.json());
  }

  /** A request with the office's token. */
  asOffice(path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.running.adminToken}` };
    return fetch(new URL(path, this.running.url), { headers });
  }

  close(): Promise<void> {
    return this.running.close();
  }
}

/** The acknowledgement of an answer; fails where it was refused. */
export function ackOf(answer: Answer): Ack {
  return ackSchema.parse(answer.value);
}
