# ما ينتظر نهاية مدة حفظه.

nav-protection = حماية البيانات
home-protection = ما ينتظر المحو، والحجوز، وملفات تجاوزت مدتها، في السجون المشمولة بتفويضك
protection-title = حماية البيانات
protection-lead = { $count ->
    [0] لا محو ينتظر التنفيذ. الملفات هنا بلا أسماء.
    [one] محو واحد ينتظر من ينفذه. الملفات هنا بلا أسماء.
    [two] عمليتا محو تنتظران من ينفذهما. الملفات هنا بلا أسماء.
    [few] { $count } عمليات محو تنتظر من ينفذها. الملفات هنا بلا أسماء.
   *[other] { $count } عملية محو تنتظر من ينفذها. الملفات هنا بلا أسماء.
}
protection-table = أخذها جدولا (CSV)
protection-none = لا سجن مشمول بتفويضك
protection-none-text = يمنح مديران اثنان التفويض على سجن، وعندئذ يظهر هنا ما ينتظر فيه.
protection-counts = ملفات مقصورة الآن على أشخاص مسمَّين: { $restricted }. طلبات رُفضت خلال ثلاثين يوما: { $refused }.
protection-file = الملف { $id }
protection-announced = محو معلن
protection-announced-none = لم يُعلن أي محو.
protection-overdue = تجاوزت مدة حفظها
protection-overdue-text = أُغلقت منذ أكثر من سنتين وانتهت العقوبة منذ مثل ذلك، ولم يعلن أحد محوها.
protection-overdue-none = لا ملف محفوظ أطول مما ينبغي.
protection-holds = حجوز على المحو
protection-holds-none = لا حجز قائم.
protection-erased = ما مُحي
protection-erased-none = لم يُمحَ أي ملف.
protection-col-file = الملف
protection-col-state = الحالة
protection-col-from = ابتداء من
protection-col-basis = الأساس
protection-col-announced = أُعلن
protection-col-kept-until = يُحفظ حتى
protection-col-age = قائم منذ
protection-col-until = حتى
protection-col-when = متى
protection-col-order = الأمر القانوني
protection-col-proof = الفعل في السجل
protection-state-waits = ينتظر يومه
protection-state-held = حجز يمنعه
protection-state-due = يمكن تنفيذه
protection-state-nobody = لم يعلنه أحد
protection-own = أعلنتَه أنت: ينفذه شخص آخر
protection-no-order = لا يوجد
protection-from-the-list = من قائمة المحو؛ فُقد الفعل باستعادة نسخة
code-list-name-keeping = ما ينتظر نهاية مدة حفظه
code-list-name-keeping-table = القائمة نفسها مأخوذة جدولا
kind-organisation-erasure-recorded = سُجّل الأساس الذي مُحي عليه ملف
