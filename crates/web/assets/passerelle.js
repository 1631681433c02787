// Small comforts. No page needs this file.

// A form that came back with mistakes: begin at the list of them.
document.getElementById("problems")?.focus();

// A form is sent once, however often the button is pressed. The server would notice the repetition as well.
for (const form of document.querySelectorAll("form[method=post]")) {
  let sent = 0;
  form.addEventListener("submit", (event) => {
    const now = event.timeStamp;
    if (sent && now - sent < 3000) event.preventDefault();
    else sent = now || 1;
  });
}
