import type { Measure } from "./measure.ts";
import {
  ANSWERED,
  FORM,
  NEW_CONTACT,
  PICTURE,
  REPLY,
  SEND_KNOWN,
  SEND_NEW,
  WAITING,
} from "./measured_journeys.ts";
import { BLOCKED, OPTED_OUT, STATUS } from "./quiet_journeys.ts";

/**
 * The least that a journey could cost any design on these two platforms that loses and doubles nothing, whoever dies, and
 * why not less. Neither Slack's posts nor the carrier's texts have a key by which they are made once: what leaves must be
 * claimed with a mark first, which only one run can set, and what was done is written down before the mark goes.
 */
export type Smallest = Omit<Measure, "journey" | "methods"> & { why: string };

const ONE = { runs: 1, workflows: 1 };
const INBOUND = {
  ...ONE,
  visible: 2,
  created: null,
  settled: 4,
  calls: 6,
  why:
    "look up the record and the row, post, then pin and remember, say that the step is over",
};

export const SMALLEST: Record<string, Smallest> = {
  [ANSWERED]: INBOUND,
  [WAITING]: INBOUND,
  [PICTURE]: {
    ...INBOUND,
    settled: 7,
    calls: 11,
    why:
      "beside the text: list its files, be led to one, fetch it, announce its size, share it",
  },
  [NEW_CONTACT]: {
    ...INBOUND,
    visible: 3,
    settled: 5,
    calls: 8,
    why: "a text stands under its card; two tables find it again",
  },
  [REPLY]: {
    ...ONE,
    visible: null,
    created: 3,
    settled: 9,
    calls: 13,
    why:
      "whose thread it is, with its files; who that is and the claim; the text; two marks, the pin, a look how it fared; a first answer's owner, in the row and on the card",
  },
  [SEND_KNOWN]: {
    ...ONE,
    visible: 3,
    created: 4,
    settled: 10,
    calls: 17,
    why:
      "as a reply; its files by themselves; its copy in the thread, and two marks there",
  },
  [SEND_NEW]: {
    ...ONE,
    visible: 5,
    created: 6,
    settled: 12,
    calls: 20,
    why:
      "as to a known contact; a card, a look whether it is the first, and two tables that find it again",
  },
  [FORM]: {
    ...ONE,
    workflows: 0,
    visible: 5,
    created: 10,
    settled: 15,
    calls: 21,
    why:
      "as a send line; a form is answered within three seconds, so that a second run takes it to the phone",
  },
  [STATUS]: {
    ...ONE,
    visible: 2,
    created: null,
    settled: 3,
    calls: 5,
    why: "look up the record and the row, then mark and remember",
  },
  [OPTED_OUT]: {
    ...ONE,
    visible: 3,
    created: null,
    settled: 4,
    calls: 7,
    why:
      "whose thread it is; who that is and the claim; then why not, in words and with a mark",
  },
  [BLOCKED]: {
    ...ONE,
    visible: null,
    created: null,
    settled: 3,
    calls: 4,
    why: "look up the record and the row, count it, show nothing",
  },
};
