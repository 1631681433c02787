# Proving oneself again, and what asks for it

code-action-stop = End an account or a token, refuse a recovery
code-action-empower = Give or end the mandate of an oversight body
code-action-lift = Lift a hold on erasing

fresh-kept = What you typed is as you left it, and was not sent yet: it needed a second factor given just now. Look it over and send it.
fresh-will-be-kept = What you typed is kept here for an hour. Once you have shown that it is you, the form stands before you again with every answer in it.
fresh-by-api = This needs a second factor given just now. Send a code to { $path } and ask again with the cookie that comes back. The token of a machine cannot do this.
