# Findings, the catalogue of rules, the national profile.
kind-installation-rules-taken = The rules by which cases are judged were written down
code-flag-national-limit = Counted against the stricter limit of national law. The limit of the text is not reached.
rules-national-limit = { $length }: stricter than the text, set by national law.
rules-set-by = Set by: { $who }.
rules-set-by-proposal = Proposed by the project; no national profile sets it.
