# الأسئلة والتوضيحات والأزرار والقواعد في الهامش، لاستمارة كل إجراء.

# الأزرار
submit-record = سجّل
submit-correct = سجّل التصحيح

# أخطاء خاصة باستمارات الأعمال
wrong-order = هذا التاريخ يسبق «{ $question }». تحقّق من التاريخين.
wrong-opened = فقدت هذه الاستمارة موضعها. لم يُسجَّل شيء. افتحها من جديد من صفحة الملف.
wrong-unreadable = تعذّرت قراءة هذا الجواب. تحقّق منه وأعد إرساله.

# أسئلة مشتركة
field-concerns = متى حدث ذلك؟
field-concerns-hint = اتركه فارغًا إن حدث ذلك الآن.
field-family-name = اسم العائلة
field-given-names = الأسماء الشخصية
field-earliest = تاريخ الميلاد، على أبكر تقدير
field-earliest-hint = إن كان التاريخ معروفًا فاكتب التاريخ نفسه مرتين.
field-latest = تاريخ الميلاد، على أبعد تقدير
field-latest-hint = إن لم يكن العمر مؤكدًا فاكتب أبعد تاريخ ممكن. وما دام يُحتمل أن يكون الشخص طفلًا تُطبَّق قواعد الأطفال.
field-sex = الجنس
field-languages = اللغات
field-languages-hint = ابدأ باللغة التي يتقنها أكثر.
field-reads = لغة الوثائق
field-reads-hint = لغة يقرؤها الشخص أو يمكن أن تُقرأ له.
field-language = بأي لغة؟
field-order = الأمر أو الحكم القضائي
field-basis = إلى أي قرار يستند ذلك؟
field-source = من قال ذلك أو ما مصدره؟
field-note = ملاحظة
field-reason = ما السبب؟
field-words = ما قاله الشخص
field-place = أين؟
field-contact = بمن يُتصل هاتفيًا
field-name = الاسم
field-called = الاسم الذي يفضّل الشخص أن يُنادى به
field-visiting = موعد الزيارة وكيفيتها
field-visiting-hint = الأوقات والمدخل وما يُحضَر ومن يُسأل عنه.
field-release-on = الموعد المتوقع للإفراج
field-release-on-hint = فقط إن وافق الشخص على إطلاعهم عليه.
field-summary = ملخص متفق عليه مع الشخص
field-summary-hint = ما يوافق عليه الشخص فقط. ما قيل بثقة يبقى بينكما.
field-attendance = هل عُقدت؟
field-manner = كيف؟
field-agreed = ما الذي اتُّفق عليه؟
field-agreed-hint = إن لم يتم التواصل: ماذا ستحاول بعد ذلك ومتى.
field-alternative = ماذا يحدث إن رفض الشخص؟

# الإيداع
f-custody-admitted-who = من الذي يُستقبَل؟
f-custody-admitted-order-section = بموجب أي أمر؟
f-custody-admitted-number = رقم السجين
f-custody-admitted-number-hint = كما تمنحه إدارة السجون.
f-custody-admitted-order = الأمر الذي يُحتجز الشخص بموجبه
f-custody-admitted-order-hint = المرجع والسلطة التي أصدرته. لا يُسأل عن الجُرم.
f-custody-admitted-status = الوضع القانوني
f-custody-admitted-concerns = متى استُقبل الشخص؟
f-custody-admitted-submit = سجّل الإيداع

f-custody-identity-corrected-who = الهوية كاملة كما عُرفت الآن
f-custody-identity-corrected-why-section = لماذا يُصحَّح ذلك؟
f-custody-identity-corrected-why = ما الذي لم يكن صحيحًا وكيف عُرف الصحيح
f-custody-identity-corrected-why-hint = يبقى القيد القديم في السجل إلى جانب هذا.

f-custody-status-changed-status = الوضع القانوني الجديد
f-custody-status-changed-concerns = منذ متى؟
f-custody-status-changed-concerns-hint = اتركه فارغًا إن كان ساريًا من الآن.

f-custody-sentence-recorded-order = الحكم القضائي
f-custody-sentence-recorded-begins = أول يوم يُحتسب
f-custody-sentence-recorded-earliest-release = أبكر موعد قانوني للإفراج
f-custody-sentence-recorded-earliest-release-hint = مع احتساب كل تخفيض مؤكد اليوم.
f-custody-sentence-recorded-ends = نهاية العقوبة
f-custody-sentence-recorded-concerns = متى صدر؟
f-custody-sentence-recorded-concerns-hint = اتركه فارغًا إن صدر الآن.

f-custody-circumstance-noted-what = ما الذي يستوجب الحماية أو المساعدة؟
f-custody-circumstance-noted-circumstance = الظرف
f-custody-circumstance-noted-circumstance-hint = يُذكر أن الأمر كذلك ومنذ متى فقط. لا تشخيص ولا نتائج فحص.
f-custody-circumstance-noted-concerns = منذ متى؟
f-custody-circumstance-noted-concerns-hint = اتركه فارغًا إن كان ذلك من الآن.
f-custody-circumstance-noted-until = إلى متى؟
f-custody-circumstance-noted-until-hint = فقط إن كانت النهاية معروفة. من دونها تستمر الحماية.

f-custody-transferred-where = إلى أين يُنقل الشخص؟
f-custody-transferred-to = السجن المستقبِل
f-custody-transferred-reason-hint = إن كان أبعد عن موطنه فاذكر لماذا تعذّر ما هو أقرب.
f-custody-transferred-submit = سجّل النقل

f-custody-release-date-set-on = موعد الإفراج
f-custody-release-date-set-on-hint = يُحسب الإعداد للإفراج رجوعًا من هذا اليوم.
f-custody-released-basis-hint = أمر الإفراج أو انتهاء العقوبة.
f-custody-released-concerns = متى غادر الشخص؟
f-custody-released-submit = سجّل الإفراج
f-custody-returned-prison = السجن المستقبِل
f-custody-returned-concerns = متى استُقبل الشخص؟
f-custody-returned-number = رقم ملف الشخص
f-custody-returned-number-hint = الرقم كاملًا كما ورد في الملف السابق.

f-custody-died-what = وفاة أثناء الاحتجاز
f-custody-died-told = من أُبلغ ومتى؟
f-custody-died-told-hint = الأسرة أو جهة الاتصال، والسلطة المستقلة التي طُلب منها التحقيق.
f-custody-died-concerns = متى تُوفي الشخص؟

f-custody-closed-reason = لماذا يُغلق الملف؟
f-custody-closed-note = كلمة لمن يفتحه لاحقًا
f-custody-closed-note-hint = يُرجى ألا يتضمن حكمًا على أحد.
f-custody-closed-submit = أغلق الملف

f-file-allocated-to = من يتولى هذا الملف من الآن؟
f-file-allocated-to-hint = ومن كان يتولاه حتى الآن لا يعود يتولاه.
f-file-allocated-submit = أسند الملف

# التقييم
f-assessment-needs-taken-first = الساعات الأولى
f-assessment-needs-taken-answers-safety-looked = هل الشخص في مأمن من الآخرين ومن الأذى؟
f-assessment-needs-taken-answers-health-seen-looked = هل عاينت الخدمة الصحية الشخص؟
f-assessment-needs-taken-answers-health-seen-note-hint = دون ذكر ما لوحظ طبيًا: فقط من سألت ومتى.
f-assessment-needs-taken-answers-family-told-looked = هل أُبلغت الأسرة إن رغب الشخص؟
f-assessment-needs-taken-answers-dependants-looked = هل الأطفال والمُعالون في رعاية أحد؟
f-assessment-needs-taken-answers-lawyer-looked = هل يمكن الاتصال بمحامٍ؟
f-assessment-needs-taken-answers-consulate-looked = هل أُبلغت القنصلية إن رغب الشخص؟
f-assessment-needs-taken-answers-informed-looked = هل أُبلغ الشخص بلغة يفهمها؟
f-assessment-needs-taken-answers-property-looked = هل المسكن والمال والممتلكات في أمان؟
f-assessment-needs-taken-how = كيف جرى الحديث؟
f-assessment-needs-taken-concerns = متى جرى الحديث؟
f-assessment-needs-taken-concerns-hint = اتركه فارغًا إن جرى الآن.

f-assessment-assessed-facts-section = الوقائع: ما هو ثابت
f-assessment-assessed-facts = واقعة
f-assessment-assessed-facts-hint = أمر واحد في كل واقعة. ما شوهد أو قيل أو كُتب، ومن صاحبه ومتى. لا آراء هنا.
f-assessment-assessed-facts-text = ما هي الواقعة؟
f-assessment-assessed-facts-on = في أي يوم؟
f-assessment-assessed-judgements-section = التقديرات: ما تراه ولماذا
f-assessment-assessed-judgements = تقدير
f-assessment-assessed-judgements-hint = هو تقديرك أنت وباسمك، وإلى حين مراجعته فقط. اتركه فارغًا إن لم يكن لديك تقدير.
f-assessment-assessed-judgements-text = ماذا ترى؟
f-assessment-assessed-judgements-basis = على أي أساس؟
f-assessment-assessed-judgements-review = متى تجب مراجعته؟
f-assessment-assessed-needs-section = الاحتياجات وما يساعد
f-assessment-assessed-needs = حاجة
f-assessment-assessed-needs-hint = لا يمكن لهدف في الخطة أن يلبّي إلا حاجة مذكورة هنا.
f-assessment-assessed-needs-area = مجال الحياة
f-assessment-assessed-needs-text = الحاجة كما يعبّر عنها الشخص
f-assessment-assessed-strengths = ما يحمي ويساعد
f-assessment-assessed-strengths-hint = المهارات والناس والمشاريع وما نجح فيه الشخص من قبل.
f-assessment-assessed-concerns = متى جرى التقييم؟
f-assessment-assessed-concerns-hint = اتركه فارغًا إن كان الآن.
f-assessment-assessed-submit = سجّل التقييم
f-assessment-contested-words = ما الذي يعترض عليه الشخص وماذا يقول بدلًا منه؟
f-assessment-contested-words-hint = بكلماته هو. ويظهر ذلك من الآن إلى جانب التقييم.

# الخطة
f-plan-proposed-goals-section = الأهداف
f-plan-proposed-goals = هدف
f-plan-proposed-goals-hint = أهداف قليلة مهمة خير من كثرتها. وكل هدف يلبّي حاجة وردت في التقييم.
f-plan-proposed-goals-need = أي حاجة يلبّي؟
f-plan-proposed-goals-goal = ما المراد بلوغه؟
f-plan-proposed-goals-step = الخطوة التالية
f-plan-proposed-goals-helper = من يساعد؟
f-plan-proposed-release-section = الحياة بعد الإفراج
f-plan-proposed-release-home = أين يريد الشخص أن يعيش ومع من؟
f-plan-proposed-release-home-hint = أجب عن الأسئلة الأربعة كلها أو اتركها كلها فارغة. من دونها يمكن اقتراح الخطة، لكن القاعدة 107 تكون مخالَفة ابتداءً من هذه الصيغة.
f-plan-proposed-release-living = العمل والتعليم وما يُعاش منه
f-plan-proposed-release-ties = الصلات التي تُحفظ أو تُستعاد
f-plan-proposed-release-agency = أي جهة خارجية استُشيرت ومتى؟
f-plan-proposed-release-agency-hint = مصلحة اختبار قضائي أو رعاية لاحقة، أو منظمة من المجتمع المدني.
f-plan-proposed-words-section = كلمات الشخص نفسه
f-plan-proposed-words = ما يقول الشخص إنه يريده
f-plan-proposed-words-hint = كما قاله. ويوضع في صدر الخطة.
f-plan-proposed-review-on = المراجعة القادمة
f-plan-proposed-submit = اقترح الخطة

f-plan-agreed-language = بأي لغة شُرحت الخطة؟
f-plan-agreed-concerns = متى وافق الشخص؟
f-plan-disagreed-language = بأي لغة شُرحت الخطة؟
f-plan-disagreed-reason = سبب الشخص
f-plan-disagreed-reason-hint = بكلماته هو. عدم الموافقة لا يُحسب على أحد.
f-plan-disagreed-concerns = متى قال ذلك؟
f-plan-not-answered-reason = لماذا لا يوجد جواب؟
f-plan-not-answered-ask-again = متى سيُسأل مجددًا؟
f-plan-not-answered-concerns = متى سُئل؟
f-plan-approved-submit = اعتمد الخطة
f-plan-returned-reason = ما الذي يجب تغييره؟
f-plan-returned-reason-hint = ليعرف من أعدّها ما عليه فعله.
f-plan-returned-submit = أعدها إلى من أعدّها
f-plan-step-recorded-goal = الهدف
f-plan-step-recorded-state = أين وصل؟
f-plan-step-recorded-note = ماذا حدث؟
f-plan-reviewed-talk = اللقاء
f-plan-reviewed-present = من حضر؟
f-plan-reviewed-view = كيف يرى الشخص الأمر؟
f-plan-reviewed-view-hint = بكلماته هو.
f-plan-reviewed-dissent = هل كان لأحد رأي آخر؟
f-plan-reviewed-decided = ما يلي ذلك
f-plan-reviewed-outcome = ما الذي تقرّر؟
f-plan-reviewed-next-review = المراجعة القادمة
f-plan-reviewed-concerns = متى جرت المراجعة؟
f-plan-reviewed-submit = سجّل المراجعة

# الموافقة
f-consent-given-what = ما الذي يجوز إطلاع الغير عليه، ومن هو، وإلى متى؟
f-consent-given-recipient = من يجوز له أن يعرف؟
f-consent-given-purpose = لأي غرض؟
f-consent-given-purpose-hint = غرض واحد. وكل غرض آخر تلزمه موافقة أخرى.
f-consent-given-parts = أي أجزاء؟
f-consent-given-until = آخر يوم تسري فيه
f-consent-given-how = كيف طُلبت؟
f-consent-given-by = من وافق؟
f-consent-given-explained-by = من شرح الأمر؟
f-consent-given-explained-by-hint = شخص لا يكسب شيئًا من الموافقة.
f-consent-given-alternative-hint = ما قلته للشخص. والرفض لا تترتب عليه أي عاقبة سيئة.
f-consent-given-concerns = متى أُعطيت؟
f-consent-given-submit = سجّل الموافقة
f-consent-refused-purpose = لأي غرض طُلبت؟
f-consent-refused-purpose-hint = لا يلزم الشخص أن يذكر سببًا، فلا يُسأل عنه.
f-consent-refused-concerns = متى رفض الشخص؟
f-consent-withdrawn-consent = أي موافقة؟
f-consent-withdrawn-consent-hint = تنتهي فورًا وينتهي معها كل ما استند إليها.
f-consent-withdrawn-concerns = متى قال الشخص ذلك؟
f-consent-withdrawn-submit = سجّل سحب الموافقة

# التدابير
f-measure-imposed-what = ما الذي يتقرّر، ومن متى، وإلى متى؟
f-measure-imposed-measure = ما الذي يُقيَّد؟
f-measure-imposed-purpose = لأي غرض؟
f-measure-imposed-concerns = من متى؟
f-measure-imposed-concerns-hint = اتركه فارغًا إن بدأ الآن. وإن بدأ قبل ذلك فاذكره: فالمدة تُحسب منه.
f-measure-imposed-planned-end = إلى متى؟
f-measure-imposed-planned-end-hint = لأقصر مدة ممكنة. ويمكنك إنهاؤه قبل ذلك في أي وقت.
f-measure-imposed-question-1 = 1. هل يتعلق الأمر بهذا الشخص نفسه؟
f-measure-imposed-question-2 = 2. هل هو أخفّ ما يفي بالغرض؟
f-measure-imposed-question-3 = 3. هل له أساس قانوني؟
f-measure-imposed-question-4 = 4. هل كان أي شخص آخر سيُعامَل بالمثل؟
f-measure-imposed-question-5 = 5. هل يلائم السن والجنس والصحة؟
f-measure-imposed-facts = واقعة
f-measure-imposed-facts-hint = ما فعله هذا الشخص أو ما حدث له. لا ما أُدين به ولا ما يعتقده ولا ما ينتمي إليه.
f-measure-imposed-facts-on = متى؟
f-measure-imposed-facts-what = ماذا حدث؟
field-source-hint = قيد في السجل أو تقرير أو من شاهده.
f-measure-imposed-alternatives = حل آخر
f-measure-imposed-alternatives-hint = ما جُرّب أو نُظر فيه أولًا، ولماذا لم يكن كافيًا.
f-measure-imposed-alternatives-way = الحل الآخر
f-measure-imposed-alternatives-outcome = لماذا لم يكن كافيًا؟
f-measure-imposed-legal-basis = الأساس القانوني
f-measure-imposed-legal-basis-hint = القانون أو اللائحة مع رقم المادة. العقوبة المحكوم بها ليست سببًا أبدًا.
f-measure-imposed-authorised-by = من أذن به؟
f-measure-imposed-authorised-by-hint = الاسم والمنصب. لا يكون من الخدمة الصحية.
f-measure-imposed-same-for-anyone = كيف تعرف ذلك؟
f-measure-imposed-same-for-anyone-hint = ما جرى في حالات مماثلة أيًا كان الدين أو الأصل أو الرأي.
f-measure-imposed-fits-person = ما الذي جرى التحقق منه ومع من؟
f-measure-imposed-fits-person-hint = السن والحمل ووجود رضيع وإعاقة قد تتفاقم. والخدمة الصحية تجيب بنعم أو لا فقط.
f-measure-imposed-review = من يراجعه ومتى؟
f-measure-imposed-review-by = أول مراجعة مستقلة، في موعد أقصاه
f-measure-imposed-review-by-hint = من شخص خارج التسلسل الذي اتخذ القرار.
f-measure-imposed-goes-on-section = ما الذي يستمر رغم ذلك؟
f-measure-imposed-goes-on = الاتصال والهواء الطلق والعمل والبرامج
f-measure-imposed-goes-on-hint = مكالمات الأسرة وزياراتها، وساعة في الخارج كل يوم، والجلسات والكتب والرسائل وسبيل الشكوى.
f-measure-imposed-submit = قرّر

f-measure-found-in-force-what-section = ماذا وجدت؟
f-measure-found-in-force-measure = ما الذي قُيّد؟
f-measure-found-in-force-purpose = ما الغرض الذي ذُكر؟
f-measure-found-in-force-concerns = منذ متى هو قائم؟
f-measure-found-in-force-concerns-hint = أبعد ما هو معروف. اتركه فارغًا إن كنت لا تعرف إلا أنه قائم الآن.
f-measure-found-in-force-planned-end = إلى متى، إن ذُكرت نهاية؟
f-measure-found-in-force-planned-end-hint = اتركه فارغًا إن لم يذكرها أحد.
f-measure-found-in-force-what = ما وجدته ومن قال ماذا
f-measure-found-in-force-what-hint = يمكن تدوين ذلك دائمًا. هو إثبات لما هو قائم وليس موافقة عليه.

f-measure-extended-until-section = إلى متى؟
f-measure-extended-until = النهاية الجديدة
f-measure-extended-until-hint = الحدّ سقف وليس غاية.
f-measure-extended-facts-section = ماذا حدث منذ ذلك الحين؟
f-measure-extended-facts = واقعة جديدة
f-measure-extended-facts-hint = بعد القرار. الوقائع الأولى لا تكفي لقرار ثانٍ.
f-measure-extended-facts-on = متى؟
f-measure-extended-facts-what = ماذا حدث؟
f-measure-extended-why = لماذا لا تكفي مدة أقصر؟
f-measure-extended-submit = مدّد

f-measure-regime-recorded-what = الاتصال في هذه المدة
f-measure-regime-recorded-from = السجل كامل من
f-measure-regime-recorded-until = السجل كامل حتى
f-measure-regime-recorded-contacts = اتصال
f-measure-regime-recorded-contacts-hint = كل اتصال يتجاوز تفقّد الباب أو تقديم الوجبة أو المرافقة. إن لم يوجد فاتركه فارغًا: ويُسجَّل ذلك أيضًا.
f-measure-regime-recorded-contacts-contact = ما نوعه؟
f-measure-regime-recorded-contacts-from = من
f-measure-regime-recorded-contacts-until = إلى

f-measure-health-visited-what = الزيارة
f-measure-health-visited-concerns = متى جرت الزيارة؟
f-measure-health-visited-advises-change = هل تنصح الخدمة الصحية بإنهاء التدبير أو تغييره؟
f-measure-health-visited-advises-change-hint = نعم أو لا فقط. وما قيل يبقى لدى الخدمة الصحية.

f-measure-reviewed-what = المراجعة
f-measure-reviewed-concerns = متى أجريت المراجعة؟
f-measure-reviewed-view = ماذا قال الشخص؟
f-measure-reviewed-view-hint = بكلماته هو، في غياب الموظفين الذين اتخذوا القرار.
f-measure-reviewed-outcome = ماذا تطلب؟
f-measure-reviewed-reasons = الأسباب
f-measure-reviewed-submit = سجّل المراجعة

f-measure-lifted-concerns = متى انتهى؟
f-measure-lifted-concerns-hint = اتركه فارغًا لإنهائه الآن.
f-measure-lifted-reason = لماذا الآن؟
f-measure-lifted-submit = أنهِ التدبير

f-measure-place-lost-what = أي مكان فُقد؟
f-measure-place-lost-referral = الخدمة
f-measure-place-lost-referral-hint = السبب هو التدبير. ويُسجَّل كذلك لدى المنظمة، ولا يُحسب على الشخص أبدًا.
f-measure-place-lost-concerns = متى فُقد؟

# القواعد في الهامش
cite-mandela-2 = قواعد نيلسون مانديلا 2 (1)
cite-mandela-2-text = لا تمييز لأي سبب كان.
cite-mandela-7 = قواعد نيلسون مانديلا 7
cite-mandela-7-text = لا يُقبل أحد في السجن دون أمر احتجاز صحيح.
cite-mandela-9 = قواعد نيلسون مانديلا 9
cite-mandela-9-text = الملف سرّي، ولا يُفتح إلا لمن تقتضي مهامه ذلك.
cite-mandela-9-copy = قواعد نيلسون مانديلا 9
cite-mandela-9-copy-text = لكل سجين أن يطّلع على ملفه، وأن يتسلّم نسخة منه عند الإفراج.
cite-mandela-36 = قواعد نيلسون مانديلا 36 و45 (1)
cite-mandela-36-text = لا قيود أكثر مما يلزم. ملاذ أخير ولأقصر مدة ممكنة.
cite-mandela-37 = قواعد نيلسون مانديلا 37 (د) و45 (1)
cite-mandela-37-text = بإذن القانون ومن سلطة مختصة، مع قواعد لمراجعته وإنهائه.
cite-mandela-38 = قواعد نيلسون مانديلا 38 (2) و42 و43 (3)
cite-mandela-38-text = تخفيف الضرر أثناءه وبعده. الضوء والهواء والطعام والماء والرياضة للجميع. ولا يُمنع الاتصال بالأسرة أبدًا.
cite-mandela-43-44 = قواعد نيلسون مانديلا 43 (1) و44
cite-mandela-43-44-text = لا حبس انفرادي إلى أجل غير مسمى، ولا لأكثر من 15 يومًا متتالية. ويكون الحبس انفراديًا إذا دام 22 ساعة أو أكثر في اليوم دون اتصال إنساني ذي مغزى.
cite-mandela-45-1 = قواعد نيلسون مانديلا 45 (1)
cite-mandela-45-1-text = في حالات استثنائية فقط، وليس أبدًا بسبب العقوبة المحكوم بها. ويجب أن تتعلق الوقائع بالشخص نفسه.
cite-mandela-45-2 = قواعد نيلسون مانديلا 45 (2)؛ بانكوك 22؛ هافانا 67
cite-mandela-45-2-text = ليس للأطفال أبدًا، ولا للحوامل أو المرضعات أو من برفقتهن رضيع. ولا إذا كان يفاقم إعاقة.
cite-mandela-46 = قواعد نيلسون مانديلا 46 (1)
cite-mandela-46-text = يعاين العاملون الصحيون كل من فُصل عن الآخرين يوميًا، ولا دور لهم في القرار.
cite-mandela-59 = قواعد نيلسون مانديلا 59 و68
cite-mandela-59-text = في أقرب مكان ممكن من الموطن. وللشخص أن يُبلغ أسرته فورًا.
cite-mandela-69 = قواعد نيلسون مانديلا 69 و71
cite-mandela-69-text = تُبلَّغ الأسرة فورًا. وتُبلَّغ سلطة مستقلة دون تأخير بكل وفاة أثناء الاحتجاز.
cite-mandela-88 = قواعد نيلسون مانديلا 88
cite-mandela-88-text = يبقى السجين جزءًا من المجتمع. ويُستعان بمؤسسات المجتمع كلما أمكن.
cite-mandela-90 = قواعد نيلسون مانديلا 90
cite-mandela-90-text = واجب المجتمع لا ينتهي عند باب السجن. هناك في الخارج من يساعد.
cite-mandela-94 = قواعد نيلسون مانديلا 94
cite-mandela-94-text = برنامج في أقرب وقت بعد الإيداع، ينطلق من احتياجات الشخص وقدراته.
cite-mandela-107 = قواعد نيلسون مانديلا 107 و108 (2)
cite-mandela-107-text = يُنظر في الحياة بعد الإفراج منذ بداية العقوبة، مع جهات من الخارج.
cite-mandela-108 = قواعد نيلسون مانديلا 87 و108 (1)
cite-mandela-108-text = تُرتَّب الوثائق والمسكن والعمل والملابس والسفر قبل فتح الباب.
cite-first-hours = قواعد نيلسون مانديلا 54 و55 و61 و62 و68
cite-first-hours-text = يُبلَّغ سريعًا وبلغة يفهمها. ويمكن الاتصال بالمحامي والقنصلية والأسرة.
cite-circumstances = قواعد نيلسون مانديلا 2 (2) و55؛ بانكوك 22
cite-circumstances-text = تُراعى احتياجات كل فرد. وبعض الظروف تمنع العزل منعًا تامًا.
cite-assessment-facts = قواعد نيلسون مانديلا 94
cite-assessment-facts-text = ما يُعرف عن الشخص مع مصدره، منفصلًا عمّا يراه أحد.
cite-assessment-judgements = قواعد نيلسون مانديلا 2 (1) و94
cite-assessment-judgements-text = عن هذا الشخص لا عن جماعة. ولا يُبنى أبدًا على الدين أو الأصل أو الرأي.
cite-review-clock = المراجعة المستقلة، تطبيقًا للقاعدة 45 (1)
cite-review-clock-text = الحبس الانفرادي: خلال 72 ساعة ثم كل 5 أيام. أي فصل آخر: كل 14 يومًا.
cite-mandela-44 = قواعد نيلسون مانديلا 44
cite-mandela-44-text = يكون الحبس انفراديًا إذا دام 22 ساعة أو أكثر في اليوم دون اتصال إنساني ذي مغزى. ولا يُحتسب هنا تفقّد الباب والوجبات والمرافقة، والقاعدة نفسها لا تحدد ذلك.

# الإحالة
f-referral-begun-which = أي هدف وأي خدمة؟
f-referral-begun-goal = هدف الخطة
f-referral-begun-service = الخدمة
f-referral-begun-consent = الموافقة التي تستند إليها
f-referral-begun-consent-hint = يجب أن تسمّي المنظمة التي تقدّم الخدمة.
f-referral-begun-offer = العرض: كل ما يرونه قبل أن يجيبوا
f-referral-begun-offered-alias = بماذا يُشار إلى الشخص حتى ذلك الحين
f-referral-begun-offered-alias-hint = ليس الاسم ولا الرقم ولا الأحرف الأولى. مثل 7K.
f-referral-begun-offered-need = ما يحتاج إليه
f-referral-begun-offered-asked = ماذا تطلب؟
f-referral-begun-offered-asked-hint = لا تذكر اسم أحد ولا شيئًا من ملف القضية.
f-referral-begun-offered-place = أين تكون اللقاءات؟
f-referral-begun-offered-contact-hint = شخص في مكتبكم يمكنه الجواب على الأسئلة.
f-referral-begun-offered-first-meeting-by = اللقاء الأول، إن أمكن قبل
f-referral-begun-offered-answer-by = الجواب قبل
f-referral-begun-offered-answer-by-hint = بعد هذا اليوم يعود العرض إليك.
f-referral-begun-package = الحزمة: ما يرونه بعد القبول
f-referral-begun-package-goal = الهدف كما ورد في الخطة
f-referral-begun-package-step = الخطوة التالية
f-referral-begun-package-basis = على أي أساس يُطلَعون عليها؟
f-referral-begun-package-basis-hint = القانون أو الاتفاق. الموافقة تُضاف إليه ولا تحل محله.
f-referral-begun-package-until = آخر يوم يجوز فيه الاطلاع عليها
f-referral-begun-submit = اعرضها على هذه المنظمة

f-referral-package-released-what = صيغة جديدة من الحزمة
f-referral-package-released-goal = الهدف كما ورد في الخطة
f-referral-package-released-step = الخطوة التالية
f-referral-package-released-basis = على أي أساس يُطلَعون عليها؟
f-referral-package-released-basis-hint = القانون أو الاتفاق. الموافقة تُضاف إليه ولا تحل محله.
f-referral-package-released-until = آخر يوم يجوز فيه الاطلاع عليها
f-referral-package-released-submit = سلّم هذه الصيغة

f-referral-accepted-note = كلمة إلى الجهة المُحيلة
f-referral-accepted-note-hint = ترى بعدها الاسم والأجزاء التي سُلّمت إليكم.
f-referral-accepted-submit = نقبل
f-referral-declined-note = كلمة إلى الجهة المُحيلة
f-referral-declined-note-hint = يُرجى عدم ذكر اسم أحد.
f-referral-declined-submit = نعتذر
f-referral-assigned-to = من سيلتقي الشخص؟
f-referral-assigned-to-hint = ومن ذلك الحين يطّلع على ما سُلّم إليكم.
f-referral-assigned-submit = سمِّ هذا الشخص
f-referral-held-concerns = منذ متى؟
f-referral-held-concerns-hint = اتركه فارغًا إن توقفت من الآن.
f-referral-resumed-concerns = منذ متى استؤنفت؟
f-referral-resumed-concerns-hint = اتركه فارغًا إن استؤنفت من الآن.
f-referral-place-lost-reason = لماذا فُقد المكان؟
f-referral-place-lost-reason-hint = السبب خارج عن الشخص ولا يُحسب على أحد.
f-referral-place-lost-concerns = متى فُقد؟
f-referral-reentry-asked-from = متى يستطيع الشخص العودة؟
f-referral-reentry-asked-submit = اطلب العودة
f-referral-reentered-from = أول جلسة بعد العودة
f-referral-service-reported-outcomes-section = ما الذي تحقّق؟
f-referral-service-reported-outcomes = نتيجة
f-referral-service-reported-outcomes-hint = ما كان مأمولًا معًا. الآراء والمعتقدات ليست نتيجة.
f-referral-service-reported-outcomes-hoped = ما الذي كان مأمولًا؟
f-referral-service-reported-outcomes-reached = إلى أي مدى تحقّق؟
f-referral-service-reported-outcomes-note = ما الذي ساعد وما الذي أعاق؟
f-referral-service-reported-person = اطلاع الشخص
f-referral-service-reported-person-read = هل قرأه الشخص أو قُرئ له؟
f-referral-service-reported-person-read-hint = لا يدخل الملف شيء لا يجوز أن يعرفه الشخص.
f-referral-service-reported-submit = أرسل التقرير
f-referral-concluded-submit = اختتم الإحالة
f-referral-withdrawn-concerns = متى انتهت؟
f-referral-withdrawn-submit = أنهِ الإحالة

# اللقاءات والجلسات
f-referral-meeting-held-concerns = متى عُقد أو متى كان مقررًا؟
f-referral-meeting-held-attendance = هل عُقد اللقاء؟
f-referral-meeting-held-told-limits = هل أُخبر الشخص بما يمكن أن يبقى بينكما وما لا يمكن؟
f-referral-meeting-held-told-limits-hint = قبل أن يبدأ بالكلام.
f-referral-session-scheduled-at = متى؟
f-referral-session-scheduled-submit = حدّد الجلسة
f-referral-session-changed-at = الموعد الجديد
f-referral-session-changed-asked-by = من طلب التغيير؟
f-referral-session-changed-submit = غيّر الجلسة
f-referral-session-recorded-attendance = هل عُقدت الجلسة؟

# الإفراج
f-release-item-arranged-what = ما الذي رُتِّب؟
f-release-item-arranged-item = ماذا؟
f-release-item-arranged-how = كيف؟
f-release-item-arranged-concerns = منذ متى رُتِّب؟
f-release-item-arranged-concerns-hint = اتركه فارغًا إن كان الآن.
f-release-handover-offered-what = من يتسلّم المتابعة؟
f-release-handover-offered-to = المصلحة التي ستتسلّم المتابعة
f-release-handover-offered-summary = ما يلزمهم معرفته للجواب
f-release-handover-offered-summary-hint = ما هو مقرر وما لم يُحسم بعد. لا شيء من ملف القضية.
f-release-handover-offered-answer-by = الجواب قبل
f-release-handover-offered-submit = اعرض تسليم المتابعة
f-release-handover-accepted-first-meeting = اللقاء الأول بعد الإفراج
f-release-handover-accepted-first-meeting-hint = يتسلّم الشخص هذا الموعد والمكان مكتوبين قبل خروجه.
f-release-handover-accepted-submit = نتسلّم المتابعة
f-release-handover-returned-note = ما الذي يساعد؟
f-release-handover-returned-note-hint = ما ينقص، أو من يمكنه تسلّم المتابعة بدلًا منكم.
f-release-handover-returned-submit = أعدها
f-release-file-copy-offered-what = نسخة من الملف
f-release-file-copy-offered-taken = هل أخذها الشخص؟
f-release-file-copy-offered-concerns = متى عُرضت؟
f-release-first-contact-what = أول اتصال في الخارج

# المنظمات
f-organisation-registered-name = اسم المنظمة
f-organisation-registered-kind = ما نوعها؟
f-organisation-registered-place = أين مقرّها؟
f-organisation-registered-submit = سجّل المنظمة
f-organisation-mandate-proposed-body = أي هيئة؟
f-organisation-mandate-proposed-body-hint = ومن ذلك الحين يحق لها الاطلاع على التدابير والملاحظات في هذا السجن.
f-organisation-mandate-proposed-basis = القانون أو القرار الذي تستند إليه
f-organisation-mandate-proposed-until = آخر يوم
f-organisation-mandate-proposed-until-hint = اتركه فارغًا إن لم يكن لها أجل.
f-organisation-mandate-proposed-submit = اقتراح الولاية
f-organisation-mandate-confirmed-submit = تأكيد الولاية
f-organisation-mandate-end-proposed-basis = القانون أو القرار الذي ينهيها
f-organisation-mandate-end-proposed-submit = اقتراح الإنهاء
f-organisation-mandate-ended-submit = تأكيد الانتهاء
f-service-published-name = اسم الخدمة
f-service-published-name-hint = اسم محايد، فقد يُقرأ بصوت عالٍ في الجناح.
f-service-published-aim = إلى ماذا تهدف؟
f-service-published-needs = أي احتياجات تلبّي؟
f-service-published-description = ماذا تقدّم؟
f-service-published-places = كم شخصًا يمكنها أن تستقبل الآن؟
f-service-published-places-hint = بالأرقام. اكتب 0 ما دامت مكتملة.
f-service-published-submit = انشر الخدمة
f-service-withdrawn-submit = اسحب الخدمة

# الحسابات
f-account-proposed-name = الاسم الذي يراه الزملاء
f-account-proposed-sign-in = اسم الدخول
f-account-proposed-sign-in-hint = أحرف وأرقام ونقاط، مثل m.sample.
f-account-proposed-org = المنظمة
f-account-proposed-capacity = بأي صفة سيعمل؟
f-account-proposed-capacity-hint = لكل حساب صفة واحدة، ويجب أن تلائم نوع المنظمة.
f-account-proposed-submit = اقترح الحساب
f-account-confirmed-submit = أكّد الحساب
f-account-disabled-reason = لماذا يُغلق؟
f-account-disabled-submit = أغلق الحساب

cite-offer-minimal = قواعد نيلسون مانديلا 9
cite-offer-minimal-text = أقل ما يلزم للجواب. لا اسم ولا رقم ولا شيء من ملف القضية.
