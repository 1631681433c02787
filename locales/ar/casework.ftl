# الملفات، وما يمكن فعله بها، والملاحظات، والقواعد، والسجل.

# ملف
casework-no-name = الاسم غير متاح لك
casework-some-org = جهة أخرى
casework-somebody = أحد الزملاء
casework-died = توفّي في الحبس
casework-released-on = أُفرج عنه في
casework-release-expected = الإفراج متوقَّع في
casework-languages = اللغات: { $spoken }؛ لغة الأوراق: { $reads }
casework-sections = أقسام الملف
casework-section-overview = نظرة عامة
casework-section-assessment = التقييم
casework-section-plan = الخطة
casework-section-consents = الموافقات
casework-section-referrals = الإحالات
casework-section-measures = التدابير
casework-section-release = الإفراج
casework-section-safeguards = الضمانات
casework-section-timeline = ما حدث
casework-section-looks = من اطّلع على الملف
casework-title-overview = ملف
casework-title-assessment = ملف: التقييم
casework-title-plan = ملف: الخطة
casework-title-consents = ملف: الموافقات
casework-title-referrals = ملف: الإحالات
casework-title-measures = ملف: التدابير
casework-title-measure = ملف: تدبير
casework-title-release = ملف: الإفراج
casework-title-safeguards = ملف: الضمانات
casework-title-timeline = ملف: ما حدث
casework-title-looks = ملف: من اطّلع عليه
casework-title-do = ملف: ما يمكنك فعله
casework-note-measures = { $count } سارٍ
casework-note-safeguards = { $count } مفتوحة
casework-note-referrals = { $count } تنتظر جوابًا
casework-record = سجِّل ما حدث
casework-record-text = يُقبل التسجيل دائمًا، حتى إن تأخّر أو بدا فيه خطأ. ويمكنك أن تذكر متى حدث.
casework-decide = اقترح قرارًا
casework-decide-text = يسري القرار بتسجيله. وقد ترفضه إحدى الضمانات، مع ذكر السبب وما يعالجه.
casework-do = ما يمكنك فعله
casework-do-nothing = لا شيء عليك هنا الآن.
casework-do-nothing-text = يمكنك قراءة هذا الملف. أما التسجيل والقرار فلغيرك.
casework-report-lead = تسجّل هنا ما حدث. لا حكم هنا على شيء. ما يُسجَّل يبقى، والخطأ يُصحَّح بقيد آخر.
casework-keeping-lead = تحدد هنا مدة حفظ هذا الملف أو ما لا ينبغي أن يكون فيه. ويبقى مسجلًا أنك قلت ذلك.
casework-decision-lead = تتخذ هنا قرارًا. يسري حين ترسله، ما لم توقفه إحدى الضمانات.
casework-moved = لم يتم بعد: سجّل أحدهم شيئًا وأنت تكتب.
casework-moved-text = أجوبتك محفوظة أدناه. انظر إلى الجديد، ثم أرسلها من جديد إن كانت لا تزال مناسبة.
casework-moved-see = انظر إلى الجديد
casework-moved-short = سجّل أحدهم شيئًا في هذا الملف وأنت تكتب. راجع أجوبتك وأرسلها من جديد.
casework-nothing = لم يُسجَّل شيء بعد.
casework-rule-set = مجموعة القواعد { $version }
casework-clock-set = { $limit }، حدّدتها المصلحة حيث لا يذكر النص إلا كلمة.
casework-breach-over = مخالفة انتهت
casework-semicolon = ؛{" "}
casework-to = إلى

# الخطوات
casework-step-done = تمّت { $day }
casework-step-due = { $day }
casework-stands = الخطوة { $number } من 7: { $step }.
casework-stands-closed = هذا الملف مغلق.
casework-stands-next = موعد المراجعة التالية للخطة: { $day }.
casework-stands-computed = تُستنتج هذه الخطوات ممّا سُجِّل، ولا يحدّدها أحد بيده.

# الناس
casework-people = الناس
casework-involved = من يعمل على الملف الآن
casework-before = { $count ->
    [zero] سابقًا: لا أحد
    [one] سابقًا: واحد
    [two] سابقًا: اثنان
    [few] سابقًا: { $count }
    [many] سابقًا: { $count }
   *[other] سابقًا: { $count }
}
casework-carries-since = يتولّى الملف منذ { $day }
casework-carried = تولّى الملف من { $from } إلى { $until }
casework-nobody = لا أحد يتولّى هذا الملف بعد.
casework-looks-all = { $count ->
    [zero] لا اطّلاع
    [one] اطّلاع واحد
    [two] الاطّلاعان
    [few] كل الاطّلاعات: { $count }
    [many] كل الاطّلاعات: { $count }
   *[other] كل الاطّلاعات: { $count }
}
casework-looks-person = للشخص أن يطلب هذه القائمة، ويحصل عليها بلغته.
casework-looks-text = كل فتح وكل طباعة يُدوَّنان قبل أن تظهر الصفحة. أما الأسماء فتُعطى عن طريق جهة الرقابة.
casework-looks-for = { $purpose }: { $parts }
casework-looks-empty = لم يفتح أحد هذا الملف قبلك.
casework-you-opened = أنت فتحت هذا الملف
casework-you-printed = أنت طبعت جزءًا منه
casework-other-opened = { $capacity }، { $org }: فتح الملف
casework-other-printed = { $capacity }، { $org }: طبع جزءًا منه

# ما حدث
casework-timeline-filter = تصفية ما حدث
casework-timeline-empty = لا شيء مسجَّل من هذا النوع.
casework-topic-all = الكل
casework-topic-custody = الحبس
casework-topic-file = الملف
casework-topic-assessment = التقييم
casework-topic-plan = الخطة
casework-topic-consent = الموافقة
casework-topic-referral = الإحالة
casework-topic-measure = التدبير
casework-topic-release = الإفراج
casework-topic-finding = الضمانة
casework-topic-handover = التسليم
casework-by-itself = تلقائيًا من النظام
casework-known-since = لم يُسجَّل إلا في { $day }
casework-contradiction = لا يتفق هذا مع ما سُجِّل من قبل، وينتظر تصحيحًا.
casework-older = { $count ->
    [zero] لا أقدم منه
    [one] أقدم: واحد
    [two] أقدم: اثنان
    [few] أقدم: { $count }
    [many] أقدم: { $count }
   *[other] أقدم: { $count }
}

# التقييم
casework-assessment-empty = يُسأل عن الاحتياجات في الساعات الأولى وتُقيَّم بعدها بقليل. ولا تبدأ خطة إلا من هناك.
casework-assessment-now = التقييم المعمول به الآن
casework-assessment-before = تقييم سابق
casework-first-hours = الساعات الأولى
casework-need = الاحتياج
casework-looked-after = هل تمّت العناية به؟
casework-note = ملاحظة
casework-spoken = جرى الحديث بلغة: { $language }.
casework-needs = الاحتياجات المترتبة
casework-facts = الوقائع
casework-facts-caption = ما هو واقع، ومن يقوله، وفي أي يوم يصحّ.
casework-fact = الواقعة
casework-source = المصدر
casework-true-of = تصحّ في
casework-judgements = الآراء
casework-judgements-caption = ما يراه أحدهم، وعلى أي أساس، ومتى يُعاد النظر فيه.
casework-judgements-none = لم يُسجَّل أي رأي.
casework-judgement = الرأي
casework-basis = الأساس
casework-look-again = يُعاد النظر قبل
casework-strengths = ما يحمي ويساعد
casework-contested = الشخص يعترض

# الخطة
casework-plan-version = الخطة، الصيغة { $number }
casework-plan-empty = لا توجد خطة بعد. تبدأ من احتياجات قُيِّمت، وفيها قسم عن الإفراج منذ صيغتها الأولى.
casework-plan-older = الصيغ السابقة
casework-plan-open = الخطة كاملة
casework-plan-print = اطبع الخطة للشخص
casework-plan-release = الحياة بعد الإفراج
casework-plan-release-empty = لا تذكر هذه الصيغة شيئًا عن الحياة بعد الإفراج، والقاعدة تطلبه منذ الخطة الأولى.
casework-said-agreed = عند الموافقة،
casework-said-disagreed = عند عدم الموافقة،
casework-said-wants = عمّا يريده،
casework-agreed = وافق الشخص
casework-disagreed = لم يوافق الشخص
casework-disagreed-text = لا يُحسب هذا على أحد. ويمكن تغيير الخطة.
casework-not-answered = لا جواب بعد
casework-not-asked = لم يُسأل الشخص
casework-ask-again = سيُسأل من جديد في { $day }.
casework-approved = معتمدة
casework-not-approved = تنتظر الاعتماد
casework-returned = أُعيدت إلى صاحبها
casework-review-on = موعد المراجعة: { $day }
casework-review-held = مراجعة { $day }
casework-review-outcome = القرار
casework-review-present = الحاضرون
casework-review-dissent = رأي مخالف
casework-review-next = المراجعة التالية
casework-goals = أهداف الخطة
casework-goal = الهدف
casework-step-next = الخطوة التالية
casework-helper = من يساعد
casework-state = الحالة
casework-goal-under-way = جارٍ
casework-goal-reached = تحقّق
casework-goal-on-hold = متوقف
casework-goal-dropped = تُرك
casework-goal-record = سجّل خطوة
casework-goal-refer = اسأل منظمة
casework-refer-hint = يمكن عرض هدف على منظمة في الخارج إذا وافق الشخص.
casework-lost-no-blame = { $count ->
    [zero] لم يُفقد أي مكان.
    [one] فُقد مكان واحد بسبب تدبير، ولا يُحسب ذلك على الشخص.
    [two] فُقد مكانان بسبب تدبير، ولا يُحسب ذلك على الشخص.
    [few] فُقدت { $count } أماكن بسبب تدبير، ولا يُحسب ذلك على الشخص.
    [many] فُقد { $count } مكانًا بسبب تدبير، ولا يُحسب ذلك على الشخص.
   *[other] فُقد { $count } مكان بسبب تدبير، ولا يُحسب ذلك على الشخص.
}
casework-release-home = أين ومع من
casework-release-living = العمل والتعليم والمعيشة
casework-release-ties = صلات تُصان
casework-release-agency = الجهة التي استُشيرت

# الموافقات والإحالات
casework-consents-text = الموافقة حقّ رفض في يد الشخص: لا يُشارَك شيء بدونها، ولا عاقبة للرفض.
casework-consents-empty = لم يُسأل الشخص بعد. ولا يمكن مشاركة شيء مع أي منظمة قبل ذلك.
casework-consent-none = لا أحد
casework-consent-refused = قال الشخص لا
casework-consent-refused-text = لا عاقبة لذلك عليه.
casework-consent-holds = سارية
casework-consent-withdrawn = سُحبت
casework-consent-over = لم تعد سارية
casework-consent-until = { $org }، حتى { $day }
casework-receiver = المتلقّي
casework-purpose = لأي غرض
casework-shared = ما يجوز مشاركته
casework-until = حتى
casework-explained = شرحها { $who }، بلغة: { $language }
casework-service = الخدمة
casework-begun = بدأت في
casework-next-session = الجلسة التالية
casework-referrals-empty = لم تُسأل أي منظمة. تبدأ الإحالة من هدف في الخطة المعتمدة.
casework-referrals-from-plan = اختر هدفًا
casework-refer-no-consent = لا توجد موافقة سارية الآن.
casework-refer-no-consent-text = اسأل الشخص أولًا. فإن قال لا، لم يُرسل شيء ولم يصبه شيء.
casework-refer-preview = ما سيراه المتلقّي
casework-refer-preview-lead = اقرأه بعين { $org }. لم يُرسل شيء بعد.
casework-refer-offer = فورًا: العرض
casework-refer-offer-text = من يجيبون عن العروض يرون هذا ولا شيء غيره.
casework-refer-package = بعد القبول: الحزمة
casework-refer-package-text = لا يراها إلا من يتولّون الإحالة، وحتى يومها الأخير فقط.
casework-refer-confirm = أرسل العرض إلى { $org }
casework-refer-change = غيّر شيئًا

# التدابير
casework-measure-solitary = الحبس الانفرادي
casework-measure-separation = الفصل عن الآخرين
casework-measure-observation = مراقبة عن كثب
casework-measure-activities-limited = أنشطة أقل
casework-measure-contact-limited = اتصال أقل بالخارج
casework-measure-running = { $what }: اليوم { $day }
casework-measure-since = سارٍ منذ
casework-measure-end = النهاية المقررة:
casework-measure-end-passed = فاتت النهاية المقررة:
casework-measure-open = التدبير وأجوبته الخمسة ومدّته
casework-measure-ended = انتهى
casework-measure-past-end = تجاوز نهايته المقررة
casework-measure-in-force = سارٍ
casework-not-known = غير معروف
casework-measures-none = لا تدبير.
casework-measures-empty = لا قيد مسجَّل على هذا الشخص. إن وجدت قيدًا ساريًا فسجّله فورًا.
casework-measure = التدبير
casework-from = منذ
casework-planned-end = النهاية المقررة
casework-lasted = المدة
casework-circumstances = ظروف تحمي أو تساعد
casework-decided-by = قرّره
casework-found-by = وجده ساريًا
casework-clock = المدّة
casework-time-used = الوقت المنقضي
casework-limit-reached = بلوغ الحدّ
casework-clock-title = الوقت مقابل حدّ 15 يومًا
casework-clock-day = اليوم { $day }
casework-post-review = مراجعة، { $day }
casework-post-end = النهاية المقررة، { $day }
casework-post-asked = كما طُلب، { $day }
casework-days-table = الأمر نفسه في جدول: النظام اليومي والاتصال وزيارات الصحة
casework-days-caption = الفترات ذات السجل الكامل، الأحدث أولًا. تفقّد الباب والوجبات والمرافقة ليست اتصالًا.
casework-from-to = من، إلى
casework-without-contact = بلا اتصال
casework-contact = اتصال ذو مغزى
casework-no-contact = لا اتصال مسجَّل في هذه الفترة
casework-health-visit = عاينته الخدمة الصحية
casework-regime-none = لا يوجد يوم بسجل كامل
casework-question-1 = 1. هل يتعلق الأمر بهذا الشخص؟
casework-question-2 = 2. هل هو أقل ما يفي بالغرض؟
casework-question-3 = 3. هل له سبب قانوني؟
casework-question-4 = 4. هل كان غيره سيُعامَل المعاملة نفسها؟
casework-question-5 = 5. هل يناسب السن والجنس والصحة؟
casework-legal-basis = الأساس القانوني
casework-authorised-by = أذن به
casework-review-by = مراجعة مستقلة قبل
casework-found = لا جواب هنا عن الأسئلة الخمسة
casework-found-text = وُجد هذا التدبير ساريًا، ولم يسجّل أحد سبب اتخاذه. فلا شيء منه يُعدّ مستوفى.
casework-extensions = هل مُدّد؟
casework-extensions-none = لا. ينتهي كما تقرّر أولًا، أو قبل ذلك.
casework-extended-until = مُدّد حتى
casework-person-says = ما يقوله الشخص
casework-review-asks = تطلب المراجعة:
casework-not-heard = لا توجد مراجعة مستقلة مسجّلة بعد. رأي الشخص غير معروف.
casework-costs = ما يكلّفه، وما يستمر
casework-goes-on = ما يستمر
casework-lost = ما فُقد
casework-lost-none = لا مكان مفقود مسجَّل.
casework-a-service = خدمة
casework-not-counted = فُقد المكان بسبب التدبير، ولا يُحسب ذلك على الشخص.

# الإفراج
casework-what = الأمر
casework-how = كيف
casework-arranged = رُتِّب
casework-release-items = ما يجب ترتيبه
casework-release-arranged = رُتِّب { $arranged } من { $all }.
casework-release-empty = تُرتَّب الأوراق والمسكن والمعيشة والرحلة قبل أن يُفتح الباب. ويمكن بدء العمل في أي وقت.
casework-release-open = الإفراج والتسليم
casework-copy-offered = عُرضت نسخة من الملف في
casework-handover = التسليم
casework-handover-empty = لم يُسأل أحد في الخارج أن يتولّى الأمر. واجب المجتمع لا ينتهي عند الباب.
casework-handover-accepted = قُبل
casework-handover-returned = أُعيد
casework-handover-waits = ينتظر جوابًا
casework-handover-summary = ما أُخبروا به
casework-answer-by = الجواب قبل { $day }
casework-offered-on = عُرض في
casework-taken-by = تولّاه
casework-first-meeting = اللقاء الأول
casework-why = السبب
casework-contacts = الاتصالات بعد الإفراج
casework-contacts-empty = تبدأ بعد الإفراج عن الشخص.
casework-contacts-due = الشخص في الخارج. ينبغي أن يتصل به أحد خلال 72 ساعة.
casework-first-contact-clock = أول اتصال خلال 72 ساعة من الإفراج.

# الضمانات
casework-safeguards-sentence = مستوفاة: { $met }، مخالفة: { $breach }، غير محسومة: { $undetermined }.
casework-safeguards-nothing = لا تطلب أي قاعدة مما يُفحص هنا شيئًا من هذا الملف حتى الآن.
casework-safeguards-text = ما لم يُسجَّل لا يُعدّ مستوفى أبدًا. والملاحظة تقول ما يُظهره السجل، وليست حكمًا على أحد.
casework-safeguards-open = كل ضمانات هذا الملف
casework-no-finding = لا ملاحظة مفتوحة.
casework-no-finding-text = كل قاعدة تنطبق مستوفاة بحسب ما هو مسجَّل.
casework-all-rules = كل القواعد وكيف يُتحقَّق منها
casework-since = منذ
casework-known-only = لم يُعرف إلا منذ
casework-over-since = انتهت منذ
casework-coverage = { $recorded } من { $closed } من الأيام الكاملة لها سجل كامل.
casework-without-facts = الوقائع التي وراءها في جزء غير متاح لك.
casework-remedy = ما يعالج الأمر

# رفضته ضمانة
refused-title = لم يتم: ضمانة تمنعه
refused-heading = لم يتم. ضمانة تمنعه: { $rule }
refused-lead = طلبت: { $what }، بشأن { $name }. لم يتغيّر شيء. وطلبك مسجَّل كما تُسجَّل كل محاولة.
refused-stop = ما الذي يمنعه
refused-would-breach = سيكون مخالفة
refused-remedy = ما يعالج الأمر
refused-no-later = نهاية لا تتجاوز
refused-ceiling = هذا سقف وليس غاية: يجب أن تكون المدة أقصر ما يمكن.
refused-nobody-waives = لا أحد يستطيع التنازل عن هذه القاعدة، أيًّا كانت رتبته.
refused-do = ما يمكنك فعله الآن
refused-do-text = إن تركته بقي كل شيء كما كان. وكل ما يحدث يمكن تسجيله دائمًا: الضمانة توقف القرارات ولا توقف التسجيل.
refused-leave = اتركه كما هو
refused-form-below = لتغييره تجد أجوبتك أدناه كما تركتها.

# الصفحة الأولى
home-title = اليوم
home-find = ابحث عن ملف
home-find-hint = الاسم أو رقم الملف، ثلاثة أحرف على الأقل
home-find-button = ابحث
home-waiting = { $count ->
    [zero] لا شيء ينتظرك.
    [one] أمر واحد ينتظرك.
    [two] أمران ينتظرانك.
    [few] { $count } أمور تنتظرك.
    [many] { $count } أمرًا تنتظرك.
   *[other] { $count } أمر تنتظرك.
}
home-late = { $count ->
    [zero] ولا شيء متأخر.
    [one] منها واحد متأخر.
    [two] منها اثنان متأخران.
    [few] منها { $count } متأخرة.
    [many] منها { $count } متأخرة.
   *[other] منها { $count } متأخرة.
}
home-wait = ما ينتظرك
home-search = الملفات
home-beside = المواعيد والبحث
home-limits = أقرب النهايات
home-limits-none = لا تدبير سارٍ.
home-limits-none-text = لا أحد ممّن ترى ملفاتهم تحت قيد الآن.
home-limits-legend = النهاية المقررة لا تعني حقًّا في استنفاد الوقت: ينتهي التدبير متى انتهى سببه.
home-no-end = لا نهاية مقررة معروفة
home-end-in = النهاية المقررة بعد { $span }
home-end-late = تجاوز نهايته المقررة بـ { $span }
home-more = { $count ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
}
home-queue-needs-decision = يحتاج إلى قراري
home-queue-offered-to-us = معروض علينا
home-queue-due-this-week = مستحق هذا الأسبوع
home-queue-overdue = متأخر
home-queue-returned = أُعيد إليّ
home-queue-safeguards = ضمانات في ملفاتي
home-none-needs-decision = لا شيء ينتظر قرارًا منك.
home-none-offered-to-us = لا عرض ينتظر جوابًا.
home-none-due-this-week = لا شيء مستحق في الأيام السبعة القادمة.
home-none-overdue = لا شيء متأخر.
home-none-returned = لم يعد شيء.
home-none-safeguards = لا ملاحظة مفتوحة.
home-why-unallocated = لا أحد يتولّاه
home-why-plan-to-approve = خطة للاعتماد
home-why-person-to-ask = شخص يُسأل
home-why-to-plan = خطة توضع
home-why-handover-to-answer = تسليم ينتظر جوابًا
home-why-review = مراجعة الخطة
home-why-measure-end = نهاية تدبير
home-why-release = إفراج
home-why-first-contact = أول اتصال
home-why-plan-returned = خطة أُعيدت
home-why-handover-returned = تسليم أُعيد
home-why-breach = مخالفة
home-why-undetermined = غير محسوم
home-no-case = عملك مع النظام والعاملين فيه. أنت لا تفتح أي ملف.
home-places = ما تعتني به
home-admin-accounts = اقتراح الحسابات وتأكيدها وإنهاؤها. يلزم مديران لكل حساب.
home-org-accounts = اقتراح حسابات منظمتك وإنهاؤها.
home-admin-organisations = تسجيل المنظمات ومنح الولايات لهيئات الرقابة.
home-admin-services = ما يُقدَّم للسجناء، ومن يقدّمه.
home-admin-log = كيف يتحقق أيٌّ كان من أن شيئًا لم يُغيَّر.
home-directory = من يعمل هنا، وكيف تصل إليهم.
home-rules = ما تطلبه قواعد الأمم المتحدة، وكيف يُتحقَّق منه هنا.

# الملفات
cases-total = { $count ->
    [zero] لا ملف.
    [one] ملف واحد يمكنك فتحه.
    [two] ملفان يمكنك فتحهما.
    [few] { $count } ملفات يمكنك فتحها.
    [many] { $count } ملفًا يمكنك فتحها.
   *[other] { $count } ملف يمكنك فتحها.
}
cases-total-over = أكثر من { $count } ملف يمكنك فتحها. ضيِّق القائمة، أو ابحث بالاسم أو بالرقم.
cases-list = الملفات
cases-filter = تصفية الملفات
cases-all = الكل
cases-mine = ملفاتي
cases-name = الاسم
cases-step = الخطوة
cases-carried = يتولّاه
cases-review = مراجعة الخطة
cases-notes = للانتباه
cases-nobody = لا أحد بعد
cases-measures = { $count ->
    [zero] لا تدبير
    [one] تدبير واحد
    [two] تدبيران
    [few] { $count } تدابير
    [many] { $count } تدبيرًا
   *[other] { $count } تدبير
}
cases-breaches = { $count ->
    [zero] لا مخالفة
    [one] مخالفة واحدة
    [two] مخالفتان
    [few] { $count } مخالفات
    [many] { $count } مخالفة
   *[other] { $count } مخالفة
}
cases-undetermined = غير محسوم: { $count }
cases-before = السابق
cases-next = التالي
cases-page = الصفحة { $page } من { $pages }
cases-page-of-more = الصفحة { $page } من قائمة تستمر
cases-name-loading = يجري تحميل الاسم
cases-loading = لا تزال الأسماء تُفتح، وقد لا يجد البحث الجميع بعد. حاول بعد قليل.
cases-short = ثلاثة أحرف على الأقل.
cases-short-text = اكتب المزيد من الاسم أو رقم الملف.
cases-none = لا ملف هنا.
cases-none-text = لا ملف ممّا يمكنك فتحه عند هذه الخطوة.
cases-none-found = لم يُعثر على أحد.
cases-none-found-text = لا اسم ولا رقم فيه هذه الأحرف بين الملفات التي يمكنك فتحها.
cases-return-lead = لمن أُفرج عنه ثم عاد ولا يحتجزه أي سجن. يستمر الملف القديم متى سجّل شخص ثانٍ العودة نفسها خلال سبعة أيام. وكل سؤال يُدوَّن.
cases-return-nobody = لا ملف بهذا الرقم لشخص أُفرج عنه. تحقق منه، وإن لم يكن للشخص ملف قط فسجّل إيداعًا.

# الملاحظات
findings-title = الملاحظات
findings-lead = تقول الملاحظة ما يُظهره السجل مقابل قاعدة. وليست حكمًا على أحد.
findings-verify = تحقّق من السجل
findings-sum = حال القواعد
findings-three = ثلاثة أجوبة لا اثنان: ما لم يُسجَّل غير محسوم، ويبقى في العدّ.
findings-coverage = الملفات التي فُحصت: { $checked } من { $cases }، وعدد القواعد: { $rules }. غير محسوم: { $undetermined }، مخالفة: { $breach }.
findings-rule = القاعدة
findings-limit = الحدّ
findings-filter = تصفية الملاحظات
findings-all = الكل
findings-none-text = كل قاعدة تنطبق مستوفاة بحسب ما هو مسجَّل، في كل ملف يمكنك رؤيته.
findings-case = الملف
findings-outcome = النتيجة
findings-since = منذ
findings-known = عُرف منذ
findings-caption = غير المحسوم أولًا: لا يزال التسجيل ممكنًا اليوم. وما تعرضه عليك هذه الصفحة يُدوَّن في سجل الاطّلاع.

# القواعد
rules-title = القواعد
rules-lead = ما تطلبه قواعد الأمم المتحدة، وكيف يُتحقَّق منه هنا. صيغت بكلماتنا، والنص نفسه هو الفيصل.
rules-data = من أين تأتي الوقائع
rules-check-c-text = يُحسب النص نفسه.
rules-check-c-clock = يُحسب بمهلة حدّدتها المصلحة، لأن النص لا يذكر إلا كلمة.
rules-check-c-proxy = يُتحقَّق من وجود السجل، ولا يُحكم على جودته.
rules-k-episode-gap = فترتان بينهما أقل من المدة التالية تُعرضان نمطًا واحدًا: { $length }.
rules-k-solitary-alert = أول تنبيه بعد مضي: { $length }.
rules-k-solitary-last-alert = آخر تنبيه بعد مضي: { $length }.
rules-k-plan = خطة في مدة أقصاها من الاستقبال: { $length }.

# التحقق
verify-title = السجل
verify-lead = كل ما يُفعل هنا، وكل اطّلاع، في سجل واحد لا يمكنه إلا أن يزيد. ويمكن لأيٍّ كان أن يتحقق منه.
verify-what = ما هو
verify-what-text = كل قيد مختوم ويُلزم بكل ما قبله. ولو غُيّر أحدها أو نُزع لما تطابقت الحسابات.
verify-what-not = ما هو علني لا يحوي اسمًا ولا ملفًا ولا موضعًا في ملف أحد: مجاميع فقط.
verify-checkpoint = أحدث نقطة تحقق
verify-checkpoint-text = تذكر عدد القيود وتوقّع مجموعها. احتفظ بنسخة: يجب أن تحتويها النقاط اللاحقة.
verify-checkpoint-link = نقطة التحقق كملف
verify-key = المفتاح
verify-key-text = بهذا المفتاح يرى أيٌّ كان أن نقطة التحقق صادرة من هنا.
verify-key-link = المفتاح كملف
verify-how = كيف تتحقق
verify-how-paper = ورقة عليها رمز: امسحه، أو أضف الرمز إلى العنوان /log/proof/. يُظهر الإثبات أن ما على الورقة قائم في السجل.
verify-how-copy = نسخة من السجل: يفحصها هذا البرنامج على أي حاسوب، دون هذا النظام.

# الخطة على الورق، بلسان الشخص
paper-plan-title = خطتي
paper-plan-keep = هذه النسخة لي أحتفظ بها.
paper-plan-approved = اعتُمدت في { $day }
paper-plan-draft = لم تُعتمد بعد
paper-plan-where = أين أنا
paper-plan-here = أنا في هذه الخطوة: { $step }.
paper-plan-home = أقرب يوم يمكنني فيه العودة إلى البيت هو { $day }.
paper-plan-do = ما أفعله، ومن يساعدني
paper-plan-goal = هدفي
paper-plan-step = خطوتي التالية
paper-plan-helper = من يساعدني
paper-plan-lost = فقدت مكانًا لأنني فُصلت عن الآخرين. ولا يُحسب ذلك عليّ.
paper-plan-after = حين أخرج
paper-plan-rights = ما يمكنني فعله دائمًا
paper-right-change = أن أقول إنني لا أوافق، أو أطلب تغيير الخطة. ولن أُعاقَب على ذلك.
paper-right-no = أن أقول لا لبرنامج، أو لمشاركة شيء عنّي. ولا يصيبني شيء إن فعلت.
paper-right-complain = أن أشتكي، حتى إلى جهة خارج هذا السجن.
paper-right-read = أن أقرأ ملفي، وأرى من اطّلع عليه ولماذا.
paper-right-copy = أن أحصل على نسخة من ملفي حين أغادر.
paper-right-lawyer = أن أتحدث إلى محامٍ، وأبقى على صلة بأسرتي.
paper-plan-say = ما أريد قوله في { $day }
paper-plan-signed = قرأنا هذه الخطة معًا
paper-plan-coordinator = مسؤول الملف
paper-plan-interpreter = المترجم، التاريخ
paper-plan-real = هل هذه خطتي حقًّا؟
paper-plan-check = يمكن لأي شخص أثق به أن يتحقق منها بهذا الرمز. يُظهر أن شيئًا لم يُغيَّر، ولا يُظهر اسمي.
paper-plan-code = رمز فيه عنوان الإثبات
paper-plan-printed = طُبعت في { $when }، طبعها { $who }. والطباعة مسجَّلة.
paper-plan-back = العودة إلى الخطة
paper-plan-proof = الإثبات
