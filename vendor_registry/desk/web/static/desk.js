// Live judging: what a text would settle is shown while it is written. Everything else works without this file.
"use strict";
for (const form of document.querySelectorAll("form[data-live]")) {
  const target = document.getElementById(form.dataset.live);
  let timer = 0;
  let latest = 0;
  const judge = async () => {
    const number = ++latest;
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "live");
    target.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      const text = await answer.text();
      if (number !== latest) return;
      if (answer.status === 401) target.textContent = "Your session has ended. What you wrote is still here: keep a copy, and sign in again.";
      else if (answer.ok) target.innerHTML = text; // from this desk, escaped by its templates
      else target.textContent = "That could not be judged just now; the buttons still work.";
    } catch {
      if (number === latest) target.textContent = "The desk does not answer; what you wrote is still here.";
    } finally {
      if (number === latest) target.removeAttribute("aria-busy");
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(judge, 400);
  });
}
// A list of choices that is too long for a page: what fits what is written comes from the desk.
for (const field of document.querySelectorAll("input[data-choices]")) {
  let timer = 0;
  const fill = async () => {
    const asked = field.value;
    const answer = await fetch(`${field.dataset.choices}&like=${encodeURIComponent(asked)}`, { credentials: "same-origin" }).catch(() => null);
    const text = answer?.ok ? await answer.text() : "";
    if (text && asked === field.value) field.list.innerHTML = text; // from this desk, escaped by its templates
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fill, 200);
  });
}
