# خزنة منظمة المجتمع المدني والملاحظات المختومة فيها

nav-vault = الخزنة

kind-note-written = كُتبت ملاحظة
kind-vault-made = أُنشئت خزنة الملاحظات
kind-vault-shared = شوركت الخزنة مع زميل
kind-vault-unshared = لم يعد زميل يحوز الخزنة
act-note-written = كتابة ملاحظة
act-vault-made = إنشاء الخزنة
act-vault-shared = مشاركة الخزنة
act-vault-unshared = إنهاء حيازة الخزنة

code-subject-notes = ملاحظات
code-part-vault = الخزنة
code-retention-notes = كما تحدد المنظمة، سنة على الأكثر بعد انتهاء الإحالة
code-credential-vault-passphrase = عبارة سر الخزنة
code-list-name-notes = ملاحظات
code-list-name-vault = الخزنة

not-possible-no-vault = ليس للمنظمة خزنة للملاحظات، أو هي خزنة أخرى. اطلبوا من المسؤول إنشاءها.
not-possible-last-holder = لا أحد غيره يحوز الخزنة: ستضيع كل الملاحظات. شاركوها أولاً مع شخص آخر.
not-possible-vault-closed = الخزنة مغلقة في هذه الجلسة. افتحوها بعبارة السر وأعيدوا المحاولة.
not-possible-no-passphrase = يجب اختيار عبارة سر أولاً، في صفحة الخزنة.

vault-title = الخزنة
vault-lead = تُختم هنا ملاحظات منظمتكم. لا يستطيع السجن ولا من يشغّل هذا النظام فتحها: لا يفتحها إلا من يحوز الخزنة منكم، كلٌّ بعبارة سر لا تُحفظ في أي مكان.
vault-demo = في هذا العرض التجريبي عبارة السر للجميع هي: { $passphrase }
vault-own = مفتاحكم الخاص
vault-own-no-key = لم تختاروا عبارة سر بعد. اختاروا واحدة؛ ثم يشارككم الخزنة زميل فتحها.
vault-own-none = اخترتم عبارة سر. ليس لمنظمتكم خزنة بعد: ينشئها المسؤول.
vault-own-waits = اخترتم عبارة سر. يجب الآن أن يشارككم الخزنة مسؤول فتحها.
vault-passphrase = عبارة سر الخزنة
vault-passphrase-title = اختيار عبارة سر
vault-passphrase-choose = اختيار عبارة سر
vault-passphrase-new = اختيار عبارة سر أخرى
vault-passphrase-lead = اختاروا جملة لا يعرفها غيركم، من اثني عشر حرفاً على الأقل. لا يستطيع أحد إعادتها إليكم: لا السجن ولا من يشغّل هذا النظام. إذا نسيتموها فاختاروا غيرها واطلبوا من زميل أن يشارككم الخزنة من جديد. من يغيّر عبارة السر يفقد الخزنة حتى ذلك الحين.
vault-passphrase-again = العبارة نفسها مرة أخرى
vault-passphrase-save = حفظ عبارة السر هذه
vault-passphrase-differs = العبارتان مختلفتان. اكتبوهما من جديد.
vault-passphrase-password = هذه كلمة مروركم. قد يستطيع آخرون تغييرها؛ اختاروا شيئاً آخر.
vault-closed = الخزنة مغلقة
vault-closed-text = اكتبوا عبارة السر للقراءة. تبقى الخزنة مفتوحة خمس عشرة دقيقة، في هذا المتصفح وحده.
vault-open = فتح الخزنة
vault-close = إغلاق الخزنة الآن
vault-open-until = الخزنة مفتوحة حتى { $hour }
vault-not-right = ليست هذه عبارة سر مفتاحكم. حاولوا مرة أخرى.
vault-too-many = محاولات كثيرة. انتظروا حتى { $hour }؛ وإذا نسيتموها فاختاروا عبارة سر أخرى.
vault-make = إنشاء الخزنة
vault-make-text = يمكن كتابة الملاحظات متى وُجدت خزنة. ستكونون أول من يحوزها. شاركوها مع زميل في أقرب وقت.
vault-holders = من يحوزها
vault-holders-text = من يحوز الخزنة لا يقرأ إلا الملاحظات عن الأشخاص الذين يعمل معهم. ولمشاركتها يجب أن تكون مفتوحة لديكم؛ اسألوا زميلكم وجهًا لوجه أولاً، فالحساب الذي جدّد آخرون وسائل دخوله يبدو هنا كغيره.
vault-lonely = شخص واحد فقط يحوز الخزنة. إذا نُسيت عبارة سره ضاعت كل الملاحظات إلى الأبد. شاركوها مع شخص آخر.
vault-holds-no-key = لم تُختر عبارة سر
vault-holds-waits = ينتظر مشاركة الخزنة
vault-holds-since = يحوزها منذ { $at }
vault-share = مشاركة الخزنة
vault-unshare = إنهاء

notes-title = الملاحظات
notes-lead = لكم ولمن يتولى هذه الإحالة بعدكم. تُختم في خزنة منظمتكم ولا تخرج منها أبداً. ليست مكاناً لما هو عاجل: إذا كان أحد في خطر فاتصلوا بالرقم المذكور في العرض.
notes-no-vault = لا توجد خزنة بعد
notes-no-vault-text = تُختم الملاحظات في خزنة، وليس لمنظمتكم خزنة. ينشئها المسؤول.
notes-not-shared = لم تُشارك الخزنة معكم
notes-not-shared-text = تستطيعون الكتابة دون القراءة. اختاروا عبارة سر واطلبوا من مسؤول فتح الخزنة أن يشارككم إياها.
notes-write = كتابة ملاحظة
notes-text = الملاحظة
notes-text-hint = ما تحتاجون إلى تذكره لتحسنوا عملكم. لا تخمينات عن خطر، ولا أسماء أشخاص آخرين في السجن. لا يمكن تغييرها بعد ذلك؛ اكتبوا غيرها.
notes-save = ختم الملاحظة
notes-empty = لم يُكتب شيء. اكتبوا الملاحظة وأرسلوها من جديد.
notes-too-long = لا تزيد الملاحظة على { $max } حرف. اكتبوا الباقي في ملاحظة ثانية.
notes-control = في النص حرف لا يمكن حفظه. انسخوه دون تنسيق.
notes-sent-before = أُرسل هذا النموذج من قبل. إذا كانت ملاحظتكم أدناه فلا حاجة إلى إرسالها؛ وإلا فأرسلوها الآن.
notes-count =
    { $count ->
        [0] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
notes-none = لم يُكتب شيء عن هذه الإحالة.
notes-somebody = زميل
notes-own = أنتم
notes-closed = مختومة. افتحوا الخزنة لقراءتها.
notes-unreadable = مختومة لخزنة أخرى. لا يستطيع أحد هنا قراءتها.
notes-looks = من فتح هذه الملاحظات
notes-looks-text = كل من فتح هذه الصفحة من منظمتكم منذ الملاحظة الأولى. ولا يستطيع ذلك أحد غيرهم.
notes-looks-count =
    { $count ->
        [0] لم يفتحها أحد بعد
        [one] فُتحت مرة واحدة
        [two] فُتحت مرتين
        [few] فُتحت { $count } مرات
        [many] فُتحت { $count } مرة
       *[other] فُتحت { $count } مرة
    }
notes-look-at = متى
notes-look-by = من
notes-link = ملاحظات منظمتكم
notes-link-text = مختومة في خزنتكم؛ لا يقرؤها أحد خارجها.

# ما يخرج من المنظمة عن الشخص

kind-referral-welfare-noted = أُرسلت ملاحظة عن الرعاية
kind-referral-danger-disclosed = أُفصح عن خطر على الحياة
kind-referral-danger-answered = سُجّل ما جرى بشأن خطر
act-referral-welfare-noted = إرسال ملاحظة عن الرعاية
act-referral-danger-disclosed = الإفصاح عن خطر على الحياة
act-referral-danger-answered = تسجيل ما جرى
code-attendance-unsaid = لم تُعقد، والسبب يبقى داخل المنظمة
code-hold-reason-unsaid = السبب يبقى داخل المنظمة
code-withdraw-reason-unsaid = السبب يبقى داخل المنظمة
code-danger-own-life = خطر على حياة الشخص نفسه
code-danger-other-life = خطر على حياة شخص آخر أو جسده
code-danger-child = خطر على طفل
not-possible-cause-stays-inside = في هذه الخدمة يبقى السبب داخل منظمتكم. اختاروا الجواب الذي يقول ذلك، واكتبوا ما تحتاجون إلى تذكره في ملاحظة.
not-possible-not-agreed = لا يُرسل إلا كلام وافق عليه الشخص. تحدثوا معه أولاً؛ وإذا كانت حياة في خطر فأفصحوا عن الخطر.
not-possible-delay-needs-reason = اذكروا اليوم الذي سيُخبر الشخص قبله، ولماذا ليس قبل ذلك.
not-possible-danger-unknown = لا يوجد إفصاح كهذا في هذه الإحالة. افتحوه من صفحتها من جديد.
not-possible-own-disclosure = يجيب عن الإفصاح من تلقّاه، لا المنظمة التي قدّمته.
f-referral-welfare-noted-asked = ماذا ينبغي أن يفعل السجن؟
f-referral-welfare-noted-asked-hint = بكلام سمعه الشخص ووافق عليه. لا يُرسل شيء غيره.
f-referral-welfare-noted-agreed = هل وافق الشخص على هذا الكلام وعلى إرساله؟
f-referral-welfare-noted-agreed-hint = إن لم يوافق فلا يمكن إرسال شيء.
f-referral-welfare-noted-submit = إرسال الملاحظة
f-referral-danger-disclosed-what = ما الخطر؟
f-referral-danger-disclosed-danger = ممّ يجب حماية أحد؟
f-referral-danger-disclosed-facts = ماذا قيل أو شوهد؟
f-referral-danger-disclosed-facts-hint = وقائع فقط وبأقصر ما يمكن. لا تخمين عن الشخص، ولا شيء آخر مما قيل.
f-referral-danger-disclosed-told = من أخبرتم شفهيًا؟
f-referral-danger-disclosed-told-hint = اتصلوا أولاً: الصفحة تُقرأ لاحقًا. تكفي الوظيفة.
f-referral-danger-disclosed-told-at = متى؟
f-referral-danger-disclosed-person = هل يعلم الشخص؟
f-referral-danger-disclosed-person-told = هل أخبرتم الشخص أنكم تفصحون عن هذا؟
f-referral-danger-disclosed-person-told-hint = يُخبر قبل ذلك أو فورًا، إلا إذا كان ذلك يجلب الخطر.
f-referral-danger-disclosed-tell-by = إن لم تخبروه: قبل أي يوم سيُخبر؟
f-referral-danger-disclosed-tell-by-hint = فقط إذا لم يُخبر الشخص.
f-referral-danger-disclosed-why-later = لماذا ليس قبل ذلك؟
f-referral-danger-disclosed-why-later-hint = فقط إذا لم يُخبر الشخص.
f-referral-danger-disclosed-submit = الإفصاح عن الخطر
f-referral-danger-answered-done = ماذا جرى؟
f-referral-danger-answered-done-hint = تقرأ هذا المنظمة التي أفصحت، والرقابة المستقلة.
f-referral-danger-answered-submit = تسجيل
referral-welfare = طُلب للشخص
referral-danger = خطر على الحياة
referral-danger-what = الخطر
referral-danger-facts = ما قيل أو شوهد
referral-danger-told = أُخبر شفهيًا
referral-danger-person = الشخص
referral-danger-person-told = يعلم أن هذا أُفصح عنه
referral-danger-person-later = سيُخبر قبل
referral-danger-answered = أُجيب عنه
referral-danger-waits = ينتظر جوابًا
referral-danger-done = ما جرى
home-dangers = أُفصح عن خطر على الحياة
home-dangers-text = علمت به خدمة وأخبرت أحدًا شفهيًا. اقرؤوه وافعلوا ما يلزم وسجّلوا ما جرى.
casework-refer-there = توجد إحالة إلى هذه الخدمة من قبل
casework-refer-there-text = لم تنتهِ بعد. لا ترسلوا أخرى إلا إذا كان ذلك مقصودًا.
casework-refer-there-link = افتحوها
not-possible-two-offers-open = عرضان لهذه الحاجة ينتظران جوابًا. انتظروا أحدهما أو أنهوه أولاً.
