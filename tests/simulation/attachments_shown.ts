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
      const isRight = count === 1 ||
        count === 0 && picture.shut.includes(text.channel);
      if (!isRight) yield `${file} of ${sid} stands there ${count} times`;
      const isThere = url.includes("/pictures/");
      if (isThere && missed.length > 0) {
        yield `${file} of ${sid} is said to miss`;
      }
    }
  }
}

function fileIn({ message }: Reply): string | undefined {
  return message.files?.[0]?.name.split(".")[0];
}
