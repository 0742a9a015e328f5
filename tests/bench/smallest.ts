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

/** The least that a journey could cost any design on these two platforms, and why not less. */
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
    created: 2,
    settled: 6,
    calls: 10,
    why:
      "whose thread it is must be known before it leaves; three marks, and one look at how it fared",
  },
  [SEND_KNOWN]: {
    ...ONE,
    visible: 2,
    created: 2,
    settled: 6,
    calls: 13,
    why: "as a reply; its copy in the thread, and two marks there",
  },
  [SEND_NEW]: {
    ...ONE,
    visible: 3,
    created: 2,
    settled: 6,
    calls: 15,
    why: "as to a known contact; a card, and two tables that find it again",
  },
  [FORM]: {
    ...ONE,
    workflows: 0,
    visible: 3,
    created: 2,
    settled: 6,
    calls: 12,
    why: "as a send line, with nothing typed that has to be marked",
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
    visible: 2,
    created: null,
    settled: 3,
    calls: 4,
    why: "look up who it is for, then say why not, and mark it",
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
