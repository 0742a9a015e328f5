import type { Reply } from "./picture.ts";
import type { Seen } from "./seen.ts";
import { kindOf, payloadOf } from "./seen_in_slack.ts";
import { isReceived, sidOf } from "./received_texts.ts";

/**
 * What came with a text that stands in its conversation's thread stands there as well, each file once, in the carrier's
 * order; or is named once as missing. What the carrier has must be shown. In a lost channel nothing can be shown any more.
 */
export function* attachmentsShown({ picture }: Seen): Generator<string> {
  for (const { sid, media } of picture.log) {
    const text = picture.replies.find((each) =>
      isReceived(each) && sidOf(each) === sid && !each.card.isLost
    );
    if (!text) continue;
    const around = picture.replies.filter(({ card }) => card === text.card);
    for (const { sid: file, url } of media) {
      const shown = around.filter((each) => fileIn(each) === `${sid}-${file}`);
      const missed = around.filter(({ message }) =>
        kindOf(message) === "clerk_missing_attachment" &&
        payloadOf(message, "sid") === file
      );
      const count = shown.length + missed.length;
      const isShut = picture.shut.includes(text.channel);
      const isRight = count === 1 || count === 0 && isShut;
      if (!isRight) yield `${file} of ${sid} stands there ${count} times`;
      const isThere = url.includes("/pictures/");
      // What was to be tried again is still said to miss where the channel was lost before.
      const misses = isShut ? missed.filter(isForGood) : missed;
      if (isThere && misses.length > 0) {
        yield `${file} of ${sid} is said to miss`;
      }
    }
  }
}

function isForGood({ message }: Reply): boolean {
  return payloadOf(message, "yet") !== "true";
}

function fileIn({ message }: Reply): string | undefined {
  return message.files?.[0]?.name.split(".")[0];
}
