import { useEffect, useRef, useState } from "preact/hooks";
import { read } from "../http.ts";
import type { CallRecord } from "./records.ts";

/** Changes come in bursts: one reading, this many milliseconds later, is enough for a burst. */
const burst = 120;

/** Reads something again whenever `tick` has risen. Null until it was read once. */
export function useRecord<T>(path: string, tick: number): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      read<T>(path).then(setFound, () => {});
    }, found === null ? 0 : burst);
    return () => clearTimeout(timer);
  }, [path, tick]);
  return found;
}

/** Every API call, oldest first; what is known and over is not read again. */
export function useCalls(tick: number): CallRecord[] {
  const [calls, setCalls] = useState<CallRecord[]>([]);
  const known = useRef<CallRecord[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const open = known.current.findIndex(({ end }) => end === null);
      const since = open < 0 ? known.current.length : open;
      read<CallRecord[]>(`/journal?since=${since}`).then((fresh) => {
        known.current = [...known.current.slice(0, since), ...fresh];
        setCalls(known.current);
      }, () => {});
    }, known.current.length === 0 ? 0 : burst);
    return () => clearTimeout(timer);
  }, [tick]);
  return calls;
}
