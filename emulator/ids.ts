/** A source of numbers in [0, 1): seeded, so that a run can be repeated to the letter. */
export type Random = () => number;

/** Mulberry32: small, fast and good enough for ids and simulated latencies. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const HEX = "0123456789abcdef";

/** Makes ids that look like the vendors' own: `C0…` channels, `Ft0…` triggers, `SM…` texts. */
export class Ids {
  constructor(private readonly random: Random) {}

  private pick(alphabet: string, length: number): string {
    let text = "";
    for (let i = 0; i < length; i++) {
      text += alphabet[Math.floor(this.random() * alphabet.length)];
    }
    return text;
  }

  /** A Slack id: the kind's prefix, a zero and nine letters or digits. */
  slack(prefix: string): string {
    return `${prefix}0${this.pick(UPPER, 9)}`;
  }

  /** A Twilio SID: the kind's prefix and 32 hexadecimal digits. */
  twilio(prefix: string): string {
    return prefix + this.hex(32);
  }

  /** `length` hexadecimal digits. */
  hex(length: number): string {
    return this.pick(HEX, length);
  }
}
