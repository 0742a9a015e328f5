/** Rings for every text that comes, and for every status of one that goes. */
exports.handler = async function (context, event, callback) {
  const status = event.MessageStatus || event.SmsStatus;
  const isInbound = status === "received";
  await fetch(
    isInbound ? context.SLACK_INBOUND_URL : context.SLACK_STATUS_URL,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        message_sid: event.MessageSid,
        from: event.From,
        to: event.To,
      }),
    },
  );
  const response = new Twilio.Response();
  response.setStatusCode(isInbound ? 200 : 204);
  return callback(null, response);
};
