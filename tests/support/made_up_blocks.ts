export type Part = Record<string, unknown>;

export const plain = (length: number) => ({
  type: "plain_text",
  text: "x".repeat(length),
});
export const mrkdwn = (length: number) => ({
  type: "mrkdwn",
  text: "x".repeat(length),
});
export const long = (length: number) => "x".repeat(length);
export const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
export const option = (at: number) => ({ text: plain(1), value: String(at) });

export const section = (
  more: Part,
) => [{ type: "section", text: mrkdwn(1), ...more }];
export const acting = (
  element: Part,
) => [{ type: "actions", elements: [element] }];
export const asking = (element: Part, more: Part = {}) => [{
  type: "input",
  label: plain(1),
  element,
  ...more,
}];
export const button = (more: Part) =>
  acting({ type: "button", text: plain(1), ...more });
export const select = (more: Part) =>
  asking({ type: "static_select", options: [option(1)], ...more });
export const confirm = (more: Part) =>
  button({
    confirm: {
      title: plain(1),
      text: plain(1),
      confirm: plain(1),
      deny: plain(1),
      ...more,
    },
  });
