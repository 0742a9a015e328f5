/**
 * Rings the app's doorbell. The carrier tells of a text by form; Slack's webhook triggers take only flat JSON
 * strings, about ten a minute. So only what the app cannot see by itself is rung, and only ids and numbers leave.
 */

/** Milliseconds: a function is stopped after 10 s, and one slow try must not use them all. */
const BUDGET = 8500;
const ONE_TRY = 2500;
const FIRST_WAIT = 300;

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks */
const FINAL = new Set([
  "delivered",
  "undelivered",
  "failed",
  "canceled",
  "read",
]);

exports.handler = async function (context, event, callback) {
  const status = event.MessageStatus || event.SmsStatus;
  try {
    if (status === "received") {
      await ring(context.SLACK_INBOUND_URL, {
        message_sid: event.MessageSid,
        from: event.From,
        to: event.To,
        // https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out: given where the account sets its own words.
        opt_out_type: event.OptOutType || "",
      });
      return callback(null, emptyTwiml());
    }
    if (FINAL.has(status) && !isWatched(event)) {
      await ring(context.SLACK_STATUS_URL, { message_sid: event.MessageSid });
    }
    return callback(null, answer(204));
  } catch (error) {
    // Answering an error makes the carrier try again, and then its fallback URL.
    console.warn(`${event.MessageSid} ${status}: ${error.message}`);
    return callback(error);
  }
};

/** Whoever sent a text watches it for the first seconds, and says in the callback's URL until when. */
function isWatched(event) {
  return Date.now() < Number(event.watched_until || 0) * 1000;
}

async function ring(url, payload) {
  if (!url) throw new Error("the address to ring is not set");
  const until = Date.now() + BUDGET;
  for (let wait = FIRST_WAIT;; wait *= 2) {
    const { taken, refused, reason, after } = await ringOnce(
      url,
      payload,
      Math.min(ONE_TRY, until - Date.now()),
    );
    if (taken) return;
    const pause = after || wait;
    if (refused || Date.now() + pause >= until) {
      throw new Error(`Slack did not take the ring: ${reason}`);
    }
    await sleep(pause);
  }
}

async function ringOnce(url, payload, timeout) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(payload),
      signal: stop.signal,
    });
    const { ok, error = "" } = await response.json().catch(() => ({}));
    const { status } = response;
    const tooMany = status === 429;
    return {
      taken: response.ok && ok,
      // Slack has understood and said no; asking again would change nothing.
      refused: status < 500 && !tooMany,
      reason: `HTTP ${status} ${error}`,
      after: tooMany ? Number(response.headers.get("retry-after")) * 1000 : 0,
    };
  } catch {
    return { reason: "no answer" };
  } finally {
    clearTimeout(timer);
  }
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function answer(status) {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  return response;
}

/** Says that nothing is to be texted back. */
function emptyTwiml() {
  const response = answer(200);
  response.appendHeader("Content-Type", "text/xml");
  response.setBody("<Response/>");
  return response;
}
