/** Finds what Slack writes between angle brackets: mentions, dates and links. What a person typed comes as `&lt;` instead. */
export const SLACK_TOKEN = /<([@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi;

/** Names by Slack id, of people, channels and groups. */
export type Names = ReadonlyMap<string, string>;

/** Decodes the three entities Slack writes, once: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(amp|lt|gt);/g,
    (_, name) => name === "amp" ? "&" : name === "lt" ? "<" : ">",
  );
}

/** Says what the inside of one of Slack's tokens stands for, in words a phone can show. */
export function readToken(inside: string, names: Names): string {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : decodeEntities(inside.slice(bar + 1)).trim();
  const id = target.slice(1);
  switch (target[0]) {
    case "@":
      return prefixed("@", names.get(id) || label || "someone");
    case "#":
      return prefixed("#", names.get(id) || label || "channel");
    case "!":
      return readCommand(id, label, names);
    default:
      return readLink(decodeEntities(target), label);
  }
}

// https://docs.slack.dev/messaging/formatting-message-text#special-mentions
function readCommand(command: string, label: string, names: Names): string {
  const [name = "", argument = ""] = command.split("^");
  if (name === "date") return label || utcMinute(Number(argument));
  if (name === "subteam") {
    return prefixed("@", names.get(argument) || label || "group");
  }
  return prefixed("@", label || name);
}

function readLink(target: string, label: string): string {
  const scheme = target.slice(0, target.indexOf(":")).toLowerCase();
  const address = target.slice(scheme.length + 1);
  if (scheme === "mailto" || scheme === "tel") return label || address;
  // Such a link opens nothing on a phone without this workspace.
  if (scheme === "slack") return label || "a link in Slack";
  // Slack gives what was typed as the label when it adds the scheme itself.
  if (!label || bare(label) === bare(target)) return target;
  return `${label} (${target})`;
}

function bare(url: string): string {
  return url.toLowerCase().replace(/^[a-z]+:\/\//, "").replace(/\/$/, "");
}

function prefixed(sign: "@" | "#", name: string): string {
  return name.startsWith(sign) ? name : sign + name;
}

function utcMinute(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return "a date";
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
