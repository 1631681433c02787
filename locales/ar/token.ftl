# رموز وصول الأجهزة.
tokens-title = وصول الأجهزة
tokens-own = وصول الأجهزة إلى حسابي
tokens-lead = يتيح رمز الوصول لجهاز أن يعمل باسم هذا الحساب ضمن نطاق وإلى يوم محدد. يقترحه مدير، ويصدره مدير آخر، ويستلم صاحب الحساب السر. لا يراه أي مدير.
tokens-all = كل رموز الوصول
tokens-count = { $count ->
    [zero] لا رموز وصول
    [one] رمز وصول واحد
    [two] رمزا وصول
    [few] { $count } رموز وصول
    [many] { $count } رمز وصول
   *[other] { $count } رمز وصول
}
tokens-purpose = الجهاز والغرض
tokens-scope = يُستعمل من أجل
tokens-until = إلى
tokens-state = الحالة
tokens-next = الخطوة التالية
tokens-which = أي رمز وصول
tokens-collected = استُلم السر
tokens-issue = إصدار
tokens-revoke = إلغاء
tokens-collect = استلام السر
tokens-propose-lead = لا يحصل الجهاز على أكثر مما لهذا الحساب، ولا على غير ما تختاره.
tokens-issue-lead = من الآن يستطيع صاحب الحساب استلام السر.
tokens-revoke-lead = من هذه اللحظة لا يفتح الرمز شيئًا.
tokens-own-lead = ما تفعله الأجهزة بهذه الرموز يُقيَّد على أنه من فعل حسابك.
tokens-collect-lead = يُعرض السر مرة واحدة. ضعه في الجهاز فورًا: من يملكه يعمل باسم حسابك.
tokens-secret = سر رمز الوصول
tokens-secret-text = يُعرض هذه المرة فقط. لا تُحفظ هنا إلا بصمته.
trouble-token = لم يتم تسجيل الدخول
trouble-token-text = رمز الوصول غير صالح: ليس من هذا النظام، أو انتهى، أو أُلغي.
trouble-token-scope = لم يُنجَز
trouble-token-scope-text = رمز الوصول هذا ليس لهذا الغرض. لم يُعرض شيء ولم يتغير شيء.
not-possible-token-unknown = لا يوجد رمز وصول كهذا. افتحه من قائمة الرموز.
not-possible-token-own = لا أحد يقترح أو يصدر رمز وصول لحسابه. اطلب ذلك من مديرين آخرين.
not-possible-token-no-scope = لا بد أن يكون لرمز الوصول غرض. اختر ما يُستعمل من أجله.
not-possible-token-too-long = يدوم رمز الوصول سنة على الأكثر. اختر نهاية أقرب.
kind-account-token-proposed = اقتُرح وصول جهاز
kind-account-token-issued = مُنح وصول جهاز
kind-account-token-revoked = سُحب وصول جهاز
kind-account-token-collected = استلم صاحب الحساب سر جهاز
act-account-token-proposed = اقتراح وصول جهاز
act-account-token-issued = إصدار رمز الوصول
act-account-token-revoked = إلغاء رمز الوصول
f-account-token-proposed-purpose = أي جهاز، ولأي غرض؟
f-account-token-proposed-purpose-hint = مثلًا: سجل إدارة السجون، لقراءة تواريخ الإفراج.
f-account-token-proposed-scope = ما الذي يُستعمل من أجله؟
f-account-token-proposed-until = إلى متى؟
f-account-token-proposed-until-hint = سنة من الآن على الأكثر.
f-account-token-proposed-submit = اقتراح رمز الوصول
f-account-token-issued-submit = إصدار رمز الوصول
f-account-token-revoked-reason = لماذا يُلغى؟
f-account-token-revoked-submit = إلغاء رمز الوصول
code-token-scope-read-lists = قراءة القوائم
code-token-scope-read-files = قراءة ملف أو إحالة واحدة كل مرة
code-token-scope-write-custody = قيد شؤون الاحتجاز
code-token-scope-write-assessment = قيد التقييمات
code-token-scope-write-plan = قيد الخطط
code-token-scope-write-consent = قيد الموافقات
code-token-scope-write-referral = قيد الإحالات والجلسات
code-token-scope-write-measure = قيد التدابير
code-token-scope-write-release = قيد الإفراج والرعاية اللاحقة
code-token-scope-write-services = نشر الخدمات
code-token-state-proposed = ينتظر مديرًا ثانيًا
code-token-state-issued = صدر
code-token-state-over = انتهى
code-token-state-revoked = أُلغي
