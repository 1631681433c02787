# المنظمات والحسابات والخدمات: من هنا، ومن يفتح الحسابات، وما المعروض.

list-comma = ،{" "}

organisations-title = المنظمات
organisations-lead = من يعمل مع هذه المنصّة، ومن يجوز له أن يطّلع على أي سجن.
organisations-all = كل المنظمات
organisations-count = { $count ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
organisations-name = الاسم
organisations-kind = ما هي
organisations-place = أين
organisations-contact = بمن يُتّصل
organisations-register = تسجيل منظمة
organisations-register-lead = سجن أو جمعية أو خدمة أو هيئة رقابة. أما الحسابات فتأتي بعد ذلك.
organisations-give-mandate = تدوين ولاية
organisations-mandate-lead = تفتح الولاية لهيئة رقابة، بحكم القانون، ما لدى سجن واحد. ولا تفتح غيره.
organisations-mandate-for = من أجل { $prison }
organisations-which-prison = أي سجن؟
organisations-no-prison = لم يُسجَّل أي سجن.
organisations-no-prison-text = الولاية تكون دائمًا لسجن واحد.
organisations-mandates = الولايات
organisations-mandates-text = ترى كل هيئة تدابير هذا السجن ونتائج الفحص وسجله.
organisations-no-mandate = لم تُدوَّن أي ولاية.
organisations-no-mandate-text = وإلى أن تُدوَّن واحدة لا يرى أحد من خارج السجن تدابيره ونتائج فحصه.
organisations-mandate-state = حالتها
organisations-mandate-next = الخطوة التالية
organisations-mandate-until = حتى
organisations-mandate-last-day = آخر يوم
organisations-mandate-basis = تستند إلى
organisations-mandate-which = أي ولاية
organisations-mandate-waits = أنت من خطا الخطوة الأخيرة. وعلى مدير آخر أن يؤكدها.
organisations-mandate-confirm = تأكيد
organisations-mandate-end = اقتراح إنهائها
organisations-mandate-confirm-end = تأكيد الانتهاء
organisations-mandate-lead-proposed = اقترحها مدير آخر. وما إن تؤكدها حتى ترى الهيئة ما لدى هذا السجن.
organisations-mandate-lead-holds = حين تنتهي الولاية لا ترى الرقابة شيئًا من هذا السجن. وعلى مدير آخر أن يؤكد ذلك.
organisations-mandate-lead-end-proposed = اقترح مدير آخر إنهاءها. وما إن تؤكد حتى لا ترى الهيئة شيئًا من هذا السجن.
organisations-body = الهيئة
organisations-prison = السجن

accounts-title = الحسابات
accounts-lead = مدير يقترح ومدير آخر يؤكّد. لكل حساب منظمة واحدة وصفة واحدة.
accounts-all = كل الحسابات التي تديرها
accounts-count = { $count ->
    [zero] لا حسابات
    [one] حساب واحد
    [two] حسابان
    [few] { $count } حسابات
    [many] { $count } حسابًا
   *[other] { $count } حساب
}
accounts-name = الاسم
accounts-sign-in = اسم الدخول
accounts-org = المنظمة
accounts-capacity = يعمل بصفة
accounts-state = الحالة
accounts-next = ما يمكنك فعله
accounts-is-none = غير مقترح
accounts-is-proposed = مقترح
accounts-is-open = مفتوح
accounts-is-disabled = مغلق
accounts-confirm = تأكيد
accounts-close = إغلاق
accounts-yours = هذا حسابك
accounts-nothing = لا شيء
accounts-needs-another = أنت اقترحته: مدير آخر يؤكّده
accounts-new-lead = الحساب لمنظمة واحدة، ولا يعمل إلا بصفة من صفاتها.
accounts-new-for = لأجل { $org }
accounts-which-org = لأي منظمة؟
accounts-which = الحساب المعني
accounts-sign-in-taken = هناك من يدخل بهذا الاسم. اختر غيره.
accounts-confirm-lead = تحقّق من الاسم والمنظمة والصفة لدى من يعرف الشخص. ثم ترى عامله الثاني مرة واحدة في الصفحة التالية، أما كلمة المرور لمرة واحدة فيسلّمها من اقترح الحساب. جهّز طابعة أو ظرفًا.
accounts-close-lead = لن يستطيع أحد الدخول به بعد ذلك، ومن كان داخلًا خرج فورًا. ويبقى ما فعله في السجل.

slip-title = ورقة لحساب جديد
slip-lead = تظهر هذه الصفحة مرة واحدة ولا تُحفظ في أي مكان. اطبعها الآن أو انسخها، ثم سلّمها باليد.
slip-entry = للدخول أول مرة
slip-entry-text = كلمة المرور لمرة واحدة ويجب أن تُستعمل قبل { $until }. اكتب الشرطات أيضًا.
slip-password = كلمة المرور
slip-telephone = للهاتف
slip-telephone-text = يقرأ تطبيق الرموز الصورة. ومن دون كاميرا اكتب هذا.
slip-secret = السر الذي يُكتب
slip-picture = صورة لتطبيق الرموز
slip-picture-text = لكاميرا الهاتف.
slip-card = بطاقة رموز، للأماكن التي لا هاتف فيها
slip-card-text = أربعون رمزًا، كل رمز لمرة واحدة. اشطب كل رمز استُعمل.
slip-hand-over = تُسلَّم مغلقة إلى صاحبها وحده مقابل توقيعه. ومن وجدها مفتوحة أخبر مديرًا فيغلق الحساب.
slip-done = سُلّمت أو طُبعت

services-title = الخدمات
services-lead = ما تعرضه المنظمات على من في السجن وبعد الإفراج. ولا يظهر هنا ما سُحب.
services-all = كل الخدمات
services-none = لم تُنشر أي خدمة.
services-none-text = يمكن عرض هدف من خطة على منظمة متى نشرت ما تفعله.
services-org = المنظمة
services-aim = الغاية
services-needs = لحاجات مثل
services-languages = اللغات
services-place = أين
services-free = تتّسع لـ
services-places = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصين
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
services-full = ممتلئة الآن
services-publish-lead = قد يُقرأ الاسم في جناح السجن: فليكن بلا دلالة على من يأتي.
services-withdraw-lead = لا يمكن تقديم عرض جديد. ويستمر ما هو جارٍ.
