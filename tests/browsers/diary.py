"""What a screen showed, and when: written by the page itself, so that no test has to look at the right moment."""

KEEP_DIARY = """
window.diary = [];
const read = (where) => document.querySelector(where)?.innerText.replace(/\\s+/g, " ").trim() ?? "";
const note = () => {
  const place = document.querySelector(".place, main");
  if (!place) return;
  const line = { kicker: read(".kicker"), title: read("h1"), lead: read(".lead"), spot: read(".spot") };
  const last = window.diary.at(-1);
  if (last && last.kicker === line.kicker && last.title === line.title && last.spot === line.spot) return;
  window.diary.push({ at: performance.timeOrigin + performance.now(), ...line });
};
new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
"""
