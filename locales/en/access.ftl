# How often an emergency opens a file, and what else is said about access

not-possible-emergency-paced = Within this hour as many files were opened in an emergency as you or your organisation may, or too many numbers were tried. No number was looked up. Call whoever leads the prison, or oversight: once they have examined an opening and found it justified, there is room for another.
emergency-rule-paced = Within one hour you open at most { $one } files in this way, and the people of your organisation together at most { $all }. An opening that was examined and found justified meanwhile no longer counts; for the whole organisation oversight or the data protection officer examines it.

code-signature-recovery = New credentials wait to be confirmed
code-signature-token = A token of a machine waits to be issued
code-signature-erasing = A file waits to be erased
code-signature-plan = A plan waits to be approved
code-signature-clock = What was said of the clock waits to be confirmed

casework-for-post = for the post { $post }
casework-stood-in = standing in for a post
