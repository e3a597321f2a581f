/** Asks what comes of a form as it is filled in, and puts the answer in the place of the one before. */
export function plan(): void {
  const form = document.querySelector('#plan')?.closest('form');
  if (!form) return;
  let asked = 0;
  let pause: number | undefined;
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${form.action}/prevision`, { method: 'POST', body }).catch(() => undefined);
    const made = document.createElement('template');
    made.innerHTML = answer?.ok ? await answer.text() : '';
    // Whoever is let in no more is answered with another page: what was said stays.
    const next = made.content.querySelector('#plan');
    if (next && mine === asked) document.querySelector('#plan')?.replaceChildren(...next.childNodes);
  };
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void ask(), afterMs);
  });
}

/** Somebody who writes a number or ticks several boxes has done, in milliseconds. */
const afterMs = 300;
