import type { Assigned, TypedAssignment } from "./assignment.ts";

/**
 * What a form changes: only what is not as it showed it, so that what somebody else has changed meanwhile stands. Of
 * people, channels and tags those are added and taken off that the form adds and takes off.
 * @param now how it stands by now.
 */
export function changedWork(
  { note: _, shown, ...typed }: TypedAssignment,
  now: Assigned,
): Partial<Assigned> {
  if (!shown) return typed;
  const { state, backAt, subject, priority } = typed;
  const isMoved = state !== shown.state || backAt !== shown.backAt;
  return {
    ...listed("assignees"),
    ...listed("channels"),
    ...listed("tags"),
    ...(subject === shown.subject ? {} : { subject }),
    ...(priority === shown.priority ? {} : { priority }),
    ...(isMoved ? { state, backAt } : {}),
  };

  function listed(
    name: "assignees" | "channels" | "tags",
  ): Partial<Assigned> {
    const before = shown?.[name] ?? [];
    const added = typed[name].filter((each) => !before.includes(each));
    const taken = before.filter((each) => !typed[name].includes(each));
    if (added.length + taken.length === 0) return {};
    const kept = now[name].filter((each) => !taken.includes(each));
    return { [name]: [...new Set([...kept, ...added])] };
  }
}
