# The order of law on which an erasure is announced.

not-possible-order-not-named = المحو الذي يأمر به القانون أو القضاء يذكر القرار: الجهة التي أصدرته ومرجعه وتاريخه، على ألا يكون التاريخ في المستقبل. ولا يُذكر قرار في أي محو آخر.
f-file-erasure-announced-order-authority = أي محكمة أو سلطة أصدرت القرار؟
f-file-erasure-announced-order-reference = مرجع القرار لديها
f-file-erasure-announced-order-reference-hint = كما تجده تلك الجهة في سجلاتها، دون ذكر أي اسم: يبقى ما بقي الملف.
f-file-erasure-announced-order-dated = تاريخ القرار
casework-erasure-order = القرار
