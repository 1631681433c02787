# إثبات الهوية من جديد، وعمليات الدخول الخاصة، والاستعادة، ومفاتيح المرور، والساعة التي قُدِّمت أو أُخِّرت.
step-up-title = أثبت هويتك مرة أخرى
step-up-lead = ما تريد فعله يحتاج إلى عامل ثانٍ يُقدَّم الآن. يبقى صالحًا خمس دقائق، ويُدوَّن في السجل.
step-up-kept = ما كتبته محفوظ. يمكنك إرساله بعد ذلك مباشرة.
step-up-hint = رمز لم يُستعمل من قبل: الأرقام الستة التالية من هاتفك أو جهاز الرموز، أو الرمز التالي غير المستعمل في بطاقتك.
step-up-go = متابعة
step-up-demo = متابعة من دون رمز (عرض تجريبي)
step-up-back = العودة من دون ذلك
step-up-not-right = هذا الرمز غير صحيح أو استُعمل من قبل. انتظر الرمز التالي، أو خذ الرمز التالي من بطاقتك.
step-up-done = تم التحقق من هويتك
step-up-done-text = { $minutes ->
    [one] لن يُطلب منك ذلك مرة أخرى لمدة دقيقة واحدة. ما كتبته لم يُرسل بعد.
    [two] لن يُطلب منك ذلك مرة أخرى لمدة دقيقتين. ما كتبته لم يُرسل بعد.
    [few] لن يُطلب منك ذلك مرة أخرى لمدة { $minutes } دقائق. ما كتبته لم يُرسل بعد.
   *[other] لن يُطلب منك ذلك مرة أخرى لمدة { $minutes } دقيقة. ما كتبته لم يُرسل بعد.
}
step-up-send = أرسله الآن
trouble-needs-fresh = أثبت هويتك مرة أخرى
trouble-needs-fresh-text = هذا يحتاج إلى عامل ثانٍ يُقدَّم الآن.
code-refusal-reason-needs-fresh = كان ينقص عامل ثانٍ حديث
kind-account-factor-given = أثبت هويته من جديد
kind-account-sessions-ended = أنهى جلساته الخاصة
code-refusal-reason-clock-stepped = تعذّر الاعتماد على الساعة
not-possible-own-account = لا يمنح أحد حسابه بيانات دخول جديدة. يفعل ذلك لك شخصان آخران.
not-possible-other-capacity = طلب ذلك مدير بصفة أخرى. يؤكده مدير بالصفة نفسها.
kind-account-recovery-asked = طُلبت بيانات دخول جديدة
kind-account-recovery-confirmed = أُكدت بيانات دخول جديدة
kind-account-recovery-refused = رُفضت بيانات دخول جديدة
kind-installation-clock-step-noticed = قفزت الساعة
kind-installation-clock-stepped = شُرح سبب قفزة الساعة
kind-installation-clock-step-confirmed = أُكدت الساعة
act-account-recovery-asked = طلب بيانات دخول جديدة
act-account-recovery-confirmed = تأكيد بيانات دخول جديدة
act-account-recovery-refused = رفض بيانات دخول جديدة أو سحب الطلب
act-installation-clock-stepped = بيان سبب قفزة الساعة
act-installation-clock-step-confirmed = تأكيد الساعة
f-account-recovery-asked-reason = ما الذي فُقد، وكيف تعرف أن صاحب الحساب هو الذي يطلب؟
f-account-recovery-asked-reason-hint = مثلًا: فقد الهاتف؛ حضر بنفسه؛ يعرفه رئيس الجناح.
f-account-recovery-asked-submit = اطلبها
f-account-recovery-confirmed-submit = أكد واعرض العامل الثاني مرة واحدة
f-account-recovery-refused-reason = لماذا؟
f-account-recovery-refused-submit = ارفض
f-installation-clock-stepped-reason = ماذا حدث، وبماذا قارنت الساعة؟
f-installation-clock-stepped-reason-hint = اضبط ساعة الجهاز أولًا.
f-installation-clock-stepped-submit = دوّن ذلك
f-installation-clock-step-confirmed-submit = الساعة صحيحة: متابعة
accounts-draw-password = طباعة كلمة المرور لمرة واحدة
accounts-draw-factor = طباعة العامل الثاني
accounts-draw-lead = هذا نصف ما يفتح الحساب، والنصف الآخر عند مدير آخر. يُعرض مرة واحدة ولا يُحفظ في أي مكان: جهّز طابعة أو ظرفًا.
accounts-draw-now = اعرضه مرة واحدة
accounts-recovery = بيانات دخول جديدة
accounts-recovery-lead = لمن فقد كلمة مرور أو هاتفًا أو بطاقة. يؤكد مدير آخر. عندئذ لا يفتح الحسابَ شيء من القديم، ويسلّم كل منكما نصفًا من الجديد.
accounts-recovery-another = طلبت بيانات دخول جديدة: يؤكدها مدير آخر
accounts-recovery-back = اسحب الطلب
accounts-recovery-confirm = أكد بيانات الدخول الجديدة
accounts-recovery-confirm-lead = تحدّث مع الشخص بنفسك قبل أن تؤكد. بعد ذلك لا تفتح كلمة المرور القديمة ولا الهاتف ولا البطاقة شيئًا، وتنتهي كل جلسة. سترى العامل الثاني الجديد مرة واحدة في الصفحة التالية.
accounts-recovery-refuse = ارفض بيانات الدخول الجديدة
accounts-recovery-refuse-lead = لا يتغير شيء في الحساب. يبقى سببك في السجل.
slip-half-password = كلمة المرور لمرة واحدة: نصف. تُعرض هذه الصفحة مرة واحدة ولا تُحفظ في أي مكان. اطبعها الآن أو انسخها.
slip-half-factor = العامل الثاني: نصف. تُعرض هذه الصفحة مرة واحدة ولا تُحفظ في أي مكان. اطبعها الآن أو انسخها.
slip-own-title = عاملك الثاني الجديد
slip-own = تُعرض هذه الصفحة مرة واحدة ولا تُحفظ في أي مكان. ما كان لديك من قبل لم يعد يعمل.
slip-own-after = احفظه بعيدًا عن كلمة المرور. إن فقدته فأنهه من صفحة عمليات دخولك.
sign-ins-title = عمليات دخولي
sign-ins-lead = أين سجلت الدخول، وبماذا تثبت هويتك، وما حدث لحسابك.
sign-ins-factors = العوامل الثانية
sign-ins-factors-lead = يحتاج الجديد إلى عامل ثانٍ يُقدَّم الآن. تُكتب رموز جهاز الرموز مثل رموز الهاتف.
sign-ins-telephone = مُعدّ
sign-ins-none = لا يوجد
sign-ins-codes-left = { $count ->
    [0] لم يبق أي رمز
    [one] بقي رمز واحد
    [two] بقي رمزان
    [few] بقيت { $count } رموز
    [many] بقي { $count } رمزًا
   *[other] بقي { $count } رمز
}
sign-ins-factor-new = إعداده
sign-ins-factor-renew = استبداله
sign-ins-factor-end = إنهاؤه
sign-ins-card-first = احصل أولًا على بطاقة فيها رموز: لو لم يعمل الهاتف الجديد لما استطعت الدخول.
sign-ins-last-factor = هذا آخر عامل ثانٍ لديك. أعدّ عاملًا آخر أولًا.
sign-ins-sessions = أين سجلت الدخول
sign-ins-this-one = (هذه)
sign-ins-when = منذ { $begun }، آخر استعمال { $seen }
sign-ins-client = { $program }، { $device }
sign-ins-end = أنهِها
sign-ins-end-others = أنهِ كل الجلسات الأخرى
sign-ins-events = ما حدث لحسابك
sign-ins-events-count = { $count ->
    [zero] لا قيود
    [one] القيد الأخير
    [two] آخر قيدين
    [few] آخر { $count } قيود
    [many] آخر { $count } قيدًا
   *[other] آخر { $count } قيد
}
sign-ins-event-at = متى
sign-ins-event-what = ماذا
sign-ins-event-by = من قِبل
sign-ins-by-nobody-else = أنت أو النظام
few-codes-title = بقيت رموز قليلة في بطاقتك
few-codes-text = { $count ->
    [0] لم يبق أي رمز. اطبع بطاقة جديدة الآن.
    [one] بقي رمز واحد. اطبع بطاقة جديدة ما دمت تستطيع.
    [two] بقي رمزان. اطبع بطاقة جديدة ما دمت تستطيع.
   *[other] بقيت { $count } رموز. اطبع بطاقة جديدة ما دمت تستطيع.
}
recovered-title = مُنح حسابك بيانات دخول جديدة
recovered-text = في { $at } منح مديران حسابك بيانات دخول جديدة. إن لم تطلب ذلك فأخبر جهة الرقابة فورًا.
recovered-known = أعلم بذلك
code-client-program-firefox = فايرفوكس
code-client-program-chrome = كروم
code-client-program-edge = إيدج
code-client-program-safari = سفاري
code-client-program-other = برنامج آخر
code-client-device-telephone = هاتف
code-client-device-tablet = جهاز لوحي
code-client-device-computer = حاسوب
code-client-device-unknown = جهاز غير معروف
trouble-clock-stepped = لم يُتخذ القرار: قفزت الساعة
trouble-clock-stepped-text = قفزت ساعة النظام، ولا يمكن الاعتماد على الأوقات والآجال حتى يبيّن مديران السبب. ويمكن مع ذلك الإبلاغ عما حدث.
clock-banner = قفزت الساعة. لا يُتخذ أي قرار حتى يبيّن مديران السبب، والبلاغات مستمرة.
clock-banner-link = الساعة
clock-title = الساعة
clock-steady = الساعة مضبوطة. لا شيء ينتظر.
clock-waits = بيّنت سبب القفزة. يؤكد مدير آخر.
clock-what = ما لوحظ
clock-step = القفزة
clock-back = { $span } إلى الوراء
clock-ahead = { $span } إلى الأمام
clock-goes-on = يتابع السجل من
clock-stepped-lead = قفزت ساعة الجهاز بالنسبة إلى الوقت الذي مر. اضبطها، ثم بيّن ما حدث. يؤكد مدير آخر.
clock-confirm-lead = بيّن شخص سبب قفزة الساعة. قارنها بساعة تثق بها ثم أكد: تُستأنف القرارات من الوقت الذي تُظهره.
