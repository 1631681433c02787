# كلمات كل قائمة مغلقة: code-<القائمة>-<القيمة>.

# الاحتجاز
code-status-untried = لم يُحاكم بعد
code-status-convicted = صدر بحقه حكم
code-status-civil = محتجز بموجب القانون المدني
code-status-without-charge = محتجز دون تهمة

code-sex-female = أنثى
code-sex-male = ذكر
code-sex-not-stated = لم يُذكر، أو غير ذلك

code-circumstance-pregnant = حامل
code-circumstance-with-infant = برفقتها رضيع
code-circumstance-breastfeeding = مُرضِعة
code-circumstance-accommodation = يلزم ترتيب خاص بسبب إعاقة
code-circumstance-interpreter = يلزم مترجم شفوي
code-circumstance-reading-help = تلزم مساعدة على القراءة
code-circumstance-foreign-national = ليس من مواطني البلد

code-closing-reason-aftercare-ended = انتهت الرعاية اللاحقة كما خُطّط لها
code-closing-reason-aftercare-not-wanted = لم يرغب الشخص في رعاية لاحقة
code-closing-reason-not-convicted = أُفرج عنه دون إدانة
code-closing-reason-left-country = غادر البلد
code-closing-reason-died = وفاة

# التقييم
code-immediate-need-safety = في مأمن من الآخرين ومن الأذى
code-immediate-need-health-seen = عاينته الخدمة الصحية
code-immediate-need-family-told = أُبلغت الأسرة إن رغب الشخص
code-immediate-need-dependants = الأطفال والمُعالون في رعاية أحد
code-immediate-need-lawyer = يمكن الاتصال بمحامٍ
code-immediate-need-consulate = أُبلغت القنصلية إن رغب الشخص
code-immediate-need-informed = أُبلغ بلغة يفهمها
code-immediate-need-property = المسكن والمال والممتلكات في أمان

code-looked-yes = نعم
code-looked-not-yet = ليس بعد، وقد طُلب ذلك من أحد
code-looked-does-not-arise = لا ينطبق

code-need-area-home = مكان للسكن
code-need-area-work = العمل
code-need-area-education = التعليم والقراءة
code-need-area-family = الأسرة والأطفال
code-need-area-belonging = أناس ومكان يعود إليهم
code-need-area-dialogue = الحوار والخلافات والغضب
code-need-area-support = الدعم النفسي الاجتماعي
code-need-area-health-care = الرعاية الصحية بعد الإفراج
code-need-area-money-and-papers = المال والديون والوثائق
code-need-area-leaving-violence = ترك العنف
code-need-area-making-good = جبر الضرر

# الخطة
code-step-state-under-way = جارٍ
code-step-state-reached = تحقّق
code-step-state-on-hold = متوقف مؤقتًا لسبب خارج عن الشخص
code-step-state-dropped = لم يعد مطلوبًا

code-review-outcome-goes-on = تستمر الخطة
code-review-outcome-new-version = تلزم صيغة جديدة

code-no-answer-language = لم يُسأل بلغة يفهمها
code-no-answer-unwell = لم يكن بصحة جيدة
code-no-answer-away = كان في مكان آخر: المحكمة أو المستشفى أو النقل
code-no-answer-later = رغب في الجواب لاحقًا
code-no-answer-silent = لم يقل شيئًا

# الموافقة
code-shared-part-name = الاسم واللغات
code-shared-part-goals = الأهداف التي تساعد فيها هذه الخدمة
code-shared-part-visiting = موعد الزيارة وكيفيتها
code-shared-part-release-date = الموعد المتوقع للإفراج

code-consent-by-person = الشخص نفسه
code-consent-by-guardian = أحد الوالدين أو الوصي، إذا كان طفلًا

# الإحالة
code-decline-reason-capacity = لا توجد أماكن حاليًا
code-decline-reason-language = لا نتكلم هذه اللغة
code-decline-reason-area = خارج منطقتنا
code-decline-reason-service = ليست خدمة نقدمها
code-decline-reason-conflict = يوجد بيننا من يعرف الشخص
code-decline-reason-other = سبب آخر

code-attendance-took-place = عُقدت
code-attendance-could-not = لم يتمكن الشخص من الحضور
code-attendance-chose-not = فضّل الشخص عدم الحضور
code-attendance-logistics = النقل أو القاعة أو الموظفون، أو مرض مقدّم الخدمة
code-attendance-regime = النظام أو الفصل أو النقل أو الأمن

code-asked-by-person = الشخص
code-asked-by-organisation = المنظمة
code-asked-by-prison = السجن أو الجهة المُحيلة

code-hold-reason-regime = النظام أو الفصل
code-hold-reason-away = النقل أو المحكمة
code-hold-reason-unwell = الشخص ليس بصحة جيدة
code-hold-reason-person-asked = طلب الشخص توقفًا مؤقتًا
code-hold-reason-organisation = المنظمة لا تستطيع حاليًا

code-reached-reached = تحقّق
code-reached-partly = جزئيًا
code-reached-not-reached = لم يتحقق
code-reached-too-early = من المبكر الحكم

code-withdraw-reason-person-asked = لم يعد الشخص يرغب فيها
code-withdraw-reason-away = نُقل أو أُفرج عنه إلى مكان بعيد
code-withdraw-reason-answered-elsewhere = لُبّيت الحاجة في مكان آخر
code-withdraw-reason-organisation = المنظمة لا تستطيع المواصلة

code-referral-state-none = لم تُعرض بعد
code-referral-state-offered = معروضة وتنتظر الجواب
code-referral-state-accepted = مقبولة ولم يُسمَّ أحد بعد
code-referral-state-assigned = سُمّي من يتولاها، ويليه اللقاء الأول
code-referral-state-meeting = عُقد اللقاء الأول وتليه الجلسات
code-referral-state-on-hold = متوقفة مؤقتًا
code-referral-state-place-lost = فُقد المكان دون سبب من الشخص
code-referral-state-ended = انتهت

code-referral-end-declined = اعتُذر عنها
code-referral-end-expired = لم يُجب عنها في الموعد
code-referral-end-concluded = اختُتمت بتقرير
code-referral-end-withdrawn = سُحبت قبل ذلك

# التدابير
code-measure-kind-solitary = الحبس الانفرادي: ساعتان من الاتصال أو أقل في اليوم
code-measure-kind-separation = الفصل عن الآخرين مع اتصال أكثر من ذلك
code-measure-kind-observation = مراقبة عن كثب
code-measure-kind-activities-limited = أنشطة أقل
code-measure-kind-contact-limited = زيارات أو مكالمات أو رسائل أقل

code-measure-purpose-own-safety = سلامة الشخص نفسه
code-measure-purpose-safety-of-others = سلامة الآخرين
code-measure-purpose-order = حفظ النظام استنادًا إلى واقعة فردية
code-measure-purpose-sanction = جزاء تأديبي بعد جلسة استماع

code-contact-kind-association = وقت مع سجناء آخرين
code-contact-kind-visit = زيارة
code-contact-kind-family-call = مكالمة مع الأسرة
code-contact-kind-session = جلسة أو درس
code-contact-kind-talk = حديث مع موظف أو مرشد ديني أو متطوع
code-contact-kind-legal = محامٍ أو قنصل

code-measure-review-end = إنهاؤه
code-measure-review-ease = تخفيفه
code-measure-review-go-on = يجوز أن يستمر حتى نهايته المقررة

code-yes-no-yes = نعم
code-yes-no-no = لا

# الإفراج
code-release-item-home = مكان للسكن
code-release-item-living = عمل أو تعليم أو ما يُعاش منه
code-release-item-papers = وثائق الهوية
code-release-item-journey = الملابس ونقود الأيام الأولى والسفر
code-release-item-health-care = استمرار الرعاية الصحية
code-release-item-family = الأسرة تنتظره أو على علم

code-return-reason-area = منطقة أخرى
code-return-reason-capacity = لا توجد أماكن
code-return-reason-incomplete = ينقص شيء ما
code-return-reason-conflict = يوجد بيننا من يعرف الشخص

code-contact-manner-in-person = وجهًا لوجه
code-contact-manner-telephone = بالهاتف
code-contact-manner-not-reached = جرت محاولة ولم يتمّ التواصل

code-step-new = جديد
code-step-assessment = التقييم
code-step-plan = الخطة
code-step-services = الخدمات
code-step-review = المراجعة
code-step-release = الإفراج
code-step-aftercare = الرعاية اللاحقة
code-step-closed = مغلق

# المنظمات والحسابات
code-org-kind-prison = سجن
code-org-kind-prison-service = إدارة السجون
code-org-kind-civil-society = منظمة من المجتمع المدني
code-org-kind-probation = مصلحة الاختبار القضائي
code-org-kind-aftercare = جهة الرعاية اللاحقة
code-org-kind-oversight = رقابة مستقلة
code-org-kind-ministry = وزارة
code-org-kind-united-nations = كيان تابع للأمم المتحدة
code-org-kind-donor = جهة مانحة

code-aim-disengagement = ترك العنف
code-aim-support = المساندة
code-aim-reintegration = إعادة الإدماج

code-credential-password = كلمة المرور
code-credential-totp = رمز على الهاتف
code-credential-code-card = بطاقة رموز مطبوعة

code-sign-in-refusal-not-right = كلمة المرور أو الرمز غير صحيح
code-sign-in-refusal-not-open = الحساب غير مفتوح
code-sign-in-refusal-too-many = محاولات كثيرة

code-capacity-case-manager = مسؤول الحالة
code-capacity-supervisor = المشرف على مسؤولي الحالات
code-capacity-governor = مدير السجن
code-capacity-custody-officer = موظف الحراسة
code-capacity-registrar = أمين السجل
code-capacity-health = الخدمة الصحية
code-capacity-independent-reviewer = المراجع المستقل
code-capacity-hearing-officer = مسؤول جلسات الاستماع
code-capacity-cso-manager = مسؤول في منظمة من المجتمع المدني
code-capacity-cso-practitioner = مقدّم خدمة في منظمة من المجتمع المدني
code-capacity-probation-officer = موظف الاختبار القضائي أو الرعاية اللاحقة
code-capacity-complaint-handler = مسؤول الشكاوى
code-capacity-monitor = مراقب مستقل
code-capacity-data-protection = مسؤول حماية البيانات
code-capacity-org-administrator = مدير حسابات المنظمة
code-capacity-system-administrator = مدير المنظومة
code-capacity-analyst = قارئ الإحصاءات
code-capacity-exchange-editor = محرر تبادل الخبرات
code-capacity-person = السجين نفسه
code-capacity-legal-representative = المحامي أو ممثل قانوني آخر

# حقوق الاطلاع
code-ground-custody = الشخص محتجز في سجنكم
code-ground-allocated = الملف مسند إليك
code-ground-offer = الإحالة معروضة على منظمتكم
code-ground-accepted = قبلت منظمتكم ولم تسمِّ أحدًا بعد
code-ground-referral = منظمتكم تتولى الإحالة
code-ground-assigned = أنت من سُمّي لهذه الإحالة
code-ground-referrer = منظمتكم هي التي أحالت
code-ground-handover = عُرض على مصلحتكم تسلّم المتابعة
code-ground-aftercare = قبلت مصلحتكم تسلّم المتابعة
code-ground-mandate = لهيئتكم ولاية على هذا السجن
code-ground-own-file = هو ملفك، أو أنت من يجيب على طلبه
code-ground-legal-mandate = أنت ممثل الشخص القانوني
code-ground-emergency = فتحتَ هذا الملف في حالة طارئة
code-ground-own-organisation = هي منظمتكم
code-ground-own-account = هو حسابك
code-ground-installation = يخص المنظومة كلها

code-part-identity = الهوية والمكان
code-part-sentence = الحكم والوضع القانوني
code-part-assessment = التقييم
code-part-plan = الخطة والمراجعات
code-part-consent = الموافقات والإحالات
code-part-offer = العرض قبل الجواب
code-part-package = ما سُلّم إلى الجهة المستقبِلة
code-part-attendance = الحضور والملخصات المتفق عليها
code-part-notes = ملاحظات مقدّمي الخدمة
code-part-measures = التدابير والظروف التي تحدّ منها
code-part-complaint = مضمون الشكوى
code-part-complainant = صاحب الشكوى
code-part-security-outcome = النتيجة الأمنية
code-part-family = الأسرة والغير
code-part-observance = ما يطلب الشخص ممارسته من شعائر
code-part-release = الإفراج والرعاية اللاحقة
code-part-record = سجل الأعمال والاطلاع
code-part-statistics = الإحصاءات المنشورة
code-part-directory = المنظمات والخدمات
code-part-accounts = الحسابات
code-part-keys = المفاتيح والإعدادات

code-action-read = الفتح والاطلاع
code-action-print = الطباعة أو التصدير
code-action-register = مسك السجل
code-action-record = تسجيل ما حدث
code-action-attest = الإفادة عن الخدمة الصحية
code-action-assess = تقييم الاحتياجات
code-action-answer = تسجيل جواب الشخص نفسه
code-action-propose = اقتراح خطة
code-action-approve = اعتماد خطة أو إعادتها
code-action-offer = العرض على منظمة أخرى
code-action-respond = الجواب على عرض
code-action-assign = تسمية من يتولى
code-action-deliver = تقديم خدمة
code-action-decide = تقرير تدبير
code-action-ease = إنهاء تدبير أو تخفيفه
code-action-review = مراجعة تدبير باستقلالية
code-action-allocate = إسناد ملف
code-action-close = إغلاق ملف
code-action-publish = نشر خدمة أو سحبها
code-action-administer = إدارة الحسابات والمنظمات
code-action-witness = تسجّله المنظومة بنفسها

code-strength-ordinary = كلمة المرور وعامل ثانٍ
code-strength-fresh = رمز أُدخل خلال آخر خمس دقائق

# الاطلاع والملاحظات
code-purpose-casework = العمل على الملف
code-purpose-decision = لاتخاذ قرار
code-purpose-intake = للجواب على عرض
code-purpose-service = لتقديم الخدمة
code-purpose-handover = لتسلّم المتابعة بعد الإفراج
code-purpose-oversight = الرقابة
code-purpose-paper = لتسليمه مطبوعًا إلى الشخص
code-purpose-administration = لتشغيل المنظومة

code-list-name-cases = الملفات
code-list-name-referrals = العروض والإحالات
code-list-name-handovers = تسليم المتابعة
code-list-name-home = الصفحة الأولى
code-list-name-findings = الملاحظات
code-list-name-organisations = المنظمات
code-list-name-services = الخدمات
code-list-name-accounts = الحسابات
code-list-name-names = بحث بالاسم

code-refusal-reason-not-yours = غير موجود أو ليس من اختصاصه
code-refusal-reason-not-allowed = غير مسموح بهذه الصفة
code-refusal-reason-not-possible = غير ممكن في الوضع الحالي
code-refusal-reason-safeguard = ضمانة تمنع ذلك
code-refusal-reason-meanwhile = لم تعد الصفحة محدّثة
code-refusal-reason-form = تعذّرت قراءة الاستمارة

code-outcome-met = مستوفاة
code-outcome-breach = مخالفة
code-outcome-undetermined = غير محسومة

# طبيعة الأعمال، لسجل المعالجة
code-subject-case = ملف شخص
code-subject-referral = إحالة
code-subject-organisation = منظمة
code-subject-service = خدمة
code-subject-account = حساب
code-subject-installation = المنظومة
code-subject-any = ما جرى الاطلاع عليه

code-nature-decision = قرار
code-nature-report = إفادة

code-sealing-stream = مفتاح الملف
code-sealing-year = مفتاح السنة

code-retention-case = حتى سنتين بعد انتهاء الرعاية اللاحقة أو العقوبة
code-retention-assessment = مع الملف، ولا يُتقاسم بعد اثني عشر شهرًا
code-retention-referral = تسعون يومًا بعد انتهاء الإحالة
code-retention-directory = ما دام مدرجًا في الدليل
code-retention-account = ما دام الحساب قائمًا والسجل يحتاجه
code-retention-look = حتى نهاية السنة التالية
code-retention-installation = طوال عمر المنظومة

code-head-moves = يغيّر ما يقرر الآخرون بشأنه
code-head-stays = يُبقي الوضع كما كان

code-account-state-none = لم يُقترح
code-account-state-proposed = مقترح وينتظر مديرًا ثانيًا
code-account-state-open = مفتوح
code-account-state-disabled = مغلق

code-mandate-state-proposed = تنتظر مديرًا ثانيًا
code-mandate-state-holds = سارية
code-mandate-state-end-proposed = انتهاؤها ينتظر مديرًا ثانيًا
code-mandate-state-over = منتهية

# ما تضيفه القاعدة إلى جوابها
code-severity-prohibition = حظر لا يستطيع أحد التنازل عنه
code-severity-obligation = التزام
code-severity-recommendation = توصية

code-text-word-shall = النص بصيغة الإلزام
code-text-word-should = النص بصيغة «ينبغي»

code-instrument-mandela = قواعد نيلسون مانديلا
code-instrument-bangkok = قواعد بانكوك
code-instrument-havana = قواعد هافانا
code-instrument-beijing = قواعد بكين
code-instrument-child-rights = لجنة حقوق الطفل، التعليق العام رقم 24، الفقرة
code-instrument-tokyo = قواعد طوكيو

code-flag-on-presumption = تُحتسب الأيام التي لا سجل كاملًا لها حبسًا انفراديًا، لعدم وجود ما يثبت خلاف ذلك.
code-flag-planned = النهاية المقررة تتجاوز الحدّ.
code-flag-no-planned-end = النهاية المقررة غير معروفة.
code-flag-child = كان الشخص دون الثامنة عشرة.
code-flag-age-disputed = العمر غير مؤكد، لذلك تُطبَّق قواعد الأطفال.
code-flag-circumstance = ثبت حمل أو وجود رضيع أو إرضاع.
code-flag-overdue = طال عدم الحسم: وغياب القيد نفسه متأخر.

code-remedy-end-measure = إنهاء التدبير أو إتاحة أكثر من ساعتين من الاتصال ذي المغزى كل 24 ساعة.
code-remedy-shorten-plan = اختيار نهاية لا تتجاوز لحظة بلوغ الحدّ.
code-remedy-record-regime = تسجيل الاتصال والنظام اليومي للأيام التي لا سجل كاملًا لها.
code-remedy-record-planned-end = تسجيل النهاية المقررة للتدبير.
code-remedy-record-birth = تسجيل تاريخ الميلاد، بتاريخين إن لم يكن مؤكدًا.
code-remedy-propose-plan = اقتراح خطة تتضمن قسمًا عن الإفراج.
code-remedy-add-release-section = اقتراح صيغة جديدة من الخطة تتضمن قسمًا عن الإفراج.

code-advisory-kind-pattern = فترات متقاربة: والانقطاع القصير لا يعيد العدّ من الصفر.
code-advisory-kind-warning = يقترب الحدّ.
code-advisory-kind-last-warning = أوشك الحدّ أن يُبلغ.
