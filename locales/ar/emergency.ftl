# فتح ملف واحد في حالة طارئة، ثم النظر في ذلك

kind-file-emergency-opened = فُتح الملف في حالة طارئة
kind-file-emergency-reviewed = نُظر في فتحٍ تمّ في حالة طارئة
act-file-emergency-opened = فتح ملف في حالة طارئة
act-file-emergency-reviewed = النظر في فتحٍ تمّ في حالة طارئة
code-action-open = فتح ملف واحد في حالة طارئة
code-action-examine = النظر في فتحٍ تمّ في حالة طارئة
code-purpose-emergency = حالة طارئة
code-list-name-emergencies = ملفات فُتحت في حالات طارئة
code-emergency-reason-life-in-danger = حياة الشخص نفسه أو صحته في خطر
code-emergency-reason-others-in-danger = حياة آخرين أو صحتهم في خطر
code-emergency-reason-missing = الشخص مفقود وقد يكون في خطر
code-emergency-finding-justified = كان هناك خطر، وكان الملف لازمًا
code-emergency-finding-not-justified = لم يكن هناك خطر، أو لم يكن الملف لازمًا
not-possible-emergency-open = سبق أن فتحتَ هذا الملف، وهو مفتوح لك إلى أن تنقضي ساعته.
not-possible-emergency-not-needed = هذا الملف مفتوح لك بحكم عملك. تجده في قائمة الملفات، ولا حاجة إلى حالة طارئة.
not-possible-emergency-unknown = لم يُفتح هذا الملف على هذا النحو.
not-possible-own-emergency = لا ينظر أحد فيما فتحه بنفسه.
not-possible-emergency-of-leader = فتح هذا الملفَّ من هو أعلى منك. ينظر في ذلك مدير السجن أو مسؤول حماية البيانات أو جهة الرقابة.
not-possible-emergency-suspended = فتحتَ ملفًا قبل أكثر من سبعة أيام ولم ينظر أحد في ذلك بعد. ولا تفتح غيره في حالة طارئة إلى أن يُنظر فيه. اتصل بمن يدير السجن أو بجهة الرقابة.
not-possible-emergency-standing-in = أنت تتصرف باسم منصب تنوب فيه. اترك النيابة أولًا: فتح ملف في حالة طارئة، والنظر في فتح كهذا، يجريان باسم الشخص نفسه.

f-file-emergency-opened-number = رقم الملف كاملًا
f-file-emergency-opened-number-hint = كما هو مكتوب على الأوراق. لا بحث هنا.
f-file-emergency-opened-reason = ما الحالة الطارئة؟
f-file-emergency-opened-words = ماذا حدث، وما الذي يجب أن تعرفه؟
f-file-emergency-opened-words-hint = جملة أو جملتان. يقرؤها من ينظر في ذلك، وللشخص أن يقرأها أيضًا.
f-file-emergency-opened-submit = افتح هذا الملف لمدة ساعة
f-file-emergency-reviewed-found = ماذا تبيّن لك؟
f-file-emergency-reviewed-reason = لماذا؟
f-file-emergency-reviewed-reason-hint = ما سألت عنه ومن سألت. والفتح الذي لم يكن له مبرر يُسجَّل كذلك، أيًّا كان ما يُتخذ بشأنه.
f-file-emergency-reviewed-submit = سجِّل ذلك

emergency-lead = فقط عندما يكون أحد في خطر ولا يمكن الوصول إلى أيّ ممن يتولون الملف.
emergency-rules = ما الذي يحدث عندئذ
emergency-rule-record = يُسجَّل الفتح باسمك وبالسبب الذي تذكره قبل أن ترى شيئًا، ولا يمكن الرجوع فيه.
emergency-rule-hour = يُفتح لك ملف واحد لمدة ستين دقيقة. ترى من هو الشخص وأين هو؛ ومن يتابع الإحالات يرى أيضًا ما أُرسل إلى الخدمات. ولا يمكن كتابة شيء ولا طباعته ولا عرضه في قائمة.
emergency-rule-told = يُبلَّغ بذلك فورًا من يدير السجن ومسؤول حماية البيانات وجهة الرقابة. وينظر فيه شخص آخر خلال اثنتين وسبعين ساعة.
emergency-rule-seven = إذا لم ينظر فيه أحد بعد سبعة أيام فلن تفتح ملفًا آخر على هذا النحو. وما زاد على ثلاثة ملفات في ثلاثين يومًا يُعرض على جهة الرقابة.
emergency-nothing = لا يمكن فتح أي ملف بهذا الرقم. تحقق من الرقم، أو اتصل بمن يدير السجن.

emergency-open-until = مفتوح في حالة طارئة حتى { $hour }
emergency-open-text = ترى من هو الشخص وأين هو، ولا يمكن كتابة شيء. وما تفتحه يُسجَّل، وينظر فيه شخص آخر.
emergency-sent = ما أُرسل إلى الخدمات
emergency-sent-none = لم يُرسل إلى أي خدمة شيء يمكنك فتحه.
emergency-sent-to = ما تلقّته { $org }
emergency-own-open = ملف مفتوح لك في حالة طارئة
emergency-own-open-until = حتى { $hour }.
emergency-own-open-go = اذهب إلى الملف

emergencies-title = ملفات فُتحت في حالات طارئة
emergencies-lead = كلٌّ من هذه الملفات فتحه، بسبب خطرٍ، من ليس ذلك من عمله. انظر في السبب، واسأل من كانوا حاضرين، وقل ماذا تبيّن لك.
emergencies-waiting = { $count ->
    [zero] لا شيء ينتظر النظر فيه
    [one] فتح واحد ينتظر النظر فيه
    [two] حالتا فتح تنتظران النظر فيهما
    [few] { $count } حالات فتح تنتظر النظر فيها
    [many] { $count } حالة فتح تنتظر النظر فيها
   *[other] { $count } حالة فتح تنتظر النظر فيها
}
emergencies-examined = ما نُظر فيه خلال الثلاثين يومًا الأخيرة
emergencies-none = لا شيء ينتظر.
emergencies-none-text = لم يُفتح في حالة طارئة ملفٌّ تراه من دون أن يُنظر فيه.
emergencies-who = من فتحه
emergencies-file = الملف
emergencies-file-unnamed = ملف لا تفتحه أنت
emergencies-when = متى
emergencies-why = لماذا
emergencies-state = الحالة
emergencies-by = يُنظر فيه قبل { $day }
emergencies-late = متأخر: كان موعده { $day }
emergencies-suspends = لم ينظر فيه أحد طوال سبعة أيام: لا يفتح هذا الحساب ملفًا آخر.
emergencies-nth = { $count ->
    [one] الوحيد من هذا الحساب خلال ثلاثين يومًا
   *[other] رقم { $count } من هذا الحساب خلال ثلاثين يومًا
}
emergencies-examine = انظر فيه
emergencies-again = سجِّل رأيًا آخر
emergencies-own = ينظر في هذا شخص آخر
emergencies-which = الفتح
emergencies-account = الحساب
emergencies-frequent = حسابات ينبغي التحقق منها
emergencies-frequent-text = أكثر من ثلاثة ملفات في ثلاثين يومًا، أو ملف لم ينظر فيه أحد طوال سبعة أيام.
emergencies-lately = خلال ثلاثين يومًا
emergencies-overdue = لم يُنظر فيها طوال سبعة أيام
emergencies-examine-lead = تُسجِّل ما تبيّن لك؛ ولا يتغيّر الملف بذلك، ولا يُفتح لك بسببه.
home-queue-emergencies = فُتحت في حالة طارئة
home-none-emergencies = لا فتح ينتظر النظر فيه.
home-emergencies-all = عرضها كلها

casework-emergencies = فتح الملف في حالات طارئة
casework-emergencies-text = فتح هذا الملفَّ بسبب خطرٍ من لم يكن ذلك من عمله. وينتهي ذلك بعد ساعة، وينظر فيه شخص آخر.
casework-emergency-seen = فُتح هذا الملف في حالة طارئة
casework-emergency-seen-text = فُتح في { $when } ولم يُنظر فيه بعد.
casework-emergency-see = عرض من فتحه ولماذا
