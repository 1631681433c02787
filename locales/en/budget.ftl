# The order of law on which an erasure is announced.

not-possible-order-not-named = An erasure that a law or a court orders names the order: who made it, its reference, and its date, which has come. No other erasure names one.
f-file-erasure-announced-order-authority = Which court or authority made the order?
f-file-erasure-announced-order-reference = Its reference there
f-file-erasure-announced-order-reference-hint = As that court or authority would find it, without a name: it stays as long as the file.
f-file-erasure-announced-order-dated = Date of the order
casework-erasure-order = Order
