import { useEffect, useState } from "preact/hooks";

/** Below this width, in pixels, one side at a time has room; `style/narrow.css` says the same. */
const query = "(max-width: 860px)";

/** True while the window is narrow. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setNarrow(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, []);
  return narrow;
}
