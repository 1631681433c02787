# تفتيش السجن: ما يُنظر فيه، وما يوصى به، والتقرير، والردود

nav-inspections = عمليات التفتيش
home-inspections = ما وجدته عمليات التفتيش في هذا السجن، وما ينتظر ردًّا.

kind-inspection-opened = فُتح تفتيش
kind-inspection-item-answered = أُجيب عن بند من تفتيش
kind-inspection-recommended = أوصى تفتيش بشيء
kind-inspection-reported = سُلّم تقرير تفتيش إلى السجن
kind-inspection-replied = ردّ السجن على توصية
act-inspection-opened = افتح تفتيشًا
act-inspection-item-answered = أجب
act-inspection-recommended = أوصِ بشيء
act-inspection-reported = سلّم التقرير إلى السجن
act-inspection-replied = ردّ عليها

code-part-inspections = عمليات التفتيش
code-list-name-inspections = عمليات التفتيش
code-inspection-answer-in-order = سليم
code-inspection-answer-not-in-order = غير سليم
code-inspection-answer-not-looked-at = تعذّر النظر فيه
code-inspection-item-nmr-10a = توجد أرقام عن السجن ولا يُعرف فيها أحد (قاعدة مانديلا 10)
code-inspection-item-nmr-13 = الغرف والضوء والهواء والتدفئة والاغتسال والفراش واللباس (قواعد مانديلا 13–15 و17–21)
code-inspection-item-nmr-16 = الاستحمام بدرجة حرارة ملائمة للمناخ (قاعدة مانديلا 16)
code-inspection-item-nmr-25 = خدمة صحية خاصة بالسجن مستقلة في قراراتها السريرية (قاعدة مانديلا 25)
code-inspection-item-nmr-58b = الزيارات الزوجية، حيث يُسمح بها، للنساء والرجال على السواء (قاعدة مانديلا 58(2))
code-inspection-item-nmr-65b = ممثلون دينيون وشعائر لمن يطلب ذلك (قواعد مانديلا 65–66)
code-inspection-item-nmr-74 = الموظفون: اختيارهم وتوظيفهم وقيادتهم (قواعد مانديلا 74 و77 و79)
code-inspection-item-nmr-78 = ما يكفي من الاختصاصيين: نفسيون واجتماعيون ومعلمون ومدرّبون (قاعدة مانديلا 78)
code-inspection-item-nmr-95 = الامتيازات تشجّع ولا تعاقِب (قاعدة مانديلا 95)
code-inspection-item-nmr-100 = العمل آمن كما في الخارج ومؤمَّن عليه (قواعد مانديلا 99–101)
code-inspection-item-nmr-105 = الترفيه والثقافة للجميع (قاعدة مانديلا 105)
code-inspection-item-bkk-10 = خدمات صحية للنساء تعادل ما في الخارج (قاعدة بانكوك 10)
code-inspection-item-bkk-50 = الأمهات اللواتي معهن أطفالهن وما يحتاج إليه الأطفال (قاعدتا بانكوك 50–51)
code-inspection-item-bkk-54 = برامج تلائم النساء من جميع الفئات (قاعدتا بانكوك 54–55)
code-inspection-item-bkk-56 = سلامة النساء والفتيات المنتظرات للمحاكمة (قاعدة بانكوك 56)
code-inspection-item-hav-30 = أماكن صغيرة مفتوحة للأطفال (قاعدة هافانا 30)
code-inspection-item-sc-2396-39 = تشارك النساء في تصميم البرامج وقيادتها (القرار 2396، الفقرة 39)
code-inspection-item-rj-12 = معايير لميسّري العدالة التصالحية (المبادئ الأساسية، الفقرة 12)
code-inspection-item-coe-02 = تُحترم الشعائر، والموظفون مدرّبون على الوساطة (المبادئ التوجيهية لمجلس أوروبا)
code-inspection-item-gctf-02 = يُعرض ما وُجد بجانب نتائج البرامج (مذكرة روما، الممارسة الجيدة 2)

not-possible-inspection-open = هيئتكم تفتّش هذا السجن بالفعل. سلّموا التقرير أولًا.
not-possible-inspection-reported = سُلّم التقرير إلى السجن، وما جاء فيه ثابت. افتحوا تفتيشًا جديدًا.
not-possible-inspection-empty = لم يُنظر في شيء بعد. أجيبوا أولًا عن بند واحد على الأقل.

inspections-title = عمليات التفتيش
inspections-lead = ينظر التفتيش في المكان وفي كل من فيه. أما ما يخص شخصًا بعينه ففي ملفه.
inspections-all = عمليات تفتيش هذا السجن
inspections-count = { $count ->
    [zero] لا عمليات تفتيش
    [one] عملية تفتيش واحدة
    [two] عمليتا تفتيش
    [few] { $count } عمليات تفتيش
    [many] { $count } عملية تفتيش
   *[other] { $count } عملية تفتيش
}
inspections-none = لا تفتيش مسجَّل.
inspections-none-text = يُعرض التفتيش على من يقودون السجن بعد تسليم تقريره.
inspections-began = بدأ
inspections-body = الجهة المفتِّشة
inspections-opened-by = فتحه
inspections-state = الحال
inspections-answers = ردود السجن
inspections-reported = سُلّم التقرير
inspections-under-way = جارٍ: أُجيب عن { $done } من { $all }
inspections-all-answered = رُدّ على كل توصية
inspections-waiting = { $count ->
    [zero] لا توصية تنتظر ردًّا
    [one] توصية واحدة تنتظر ردًّا
    [two] توصيتان تنتظران ردًّا
    [few] { $count } توصيات تنتظر ردًّا
    [many] { $count } توصية تنتظر ردًّا
   *[other] { $count } توصية تنتظر ردًّا
}
inspections-never = لا تقرير مسجَّل
inspections-overdue = تأخّر التفتيش التالي
inspections-in-time = التقرير الأخير حديث بما يكفي
inspections-every = سياسة هذه المنشأة: بعد { $days } على الأكثر. يقول النص «منتظمة».
inspections-one = تفتيش
inspections-one-lead = ما وُجد، وما أوصي به، وما ردّ به السجن.
inspections-one-lead-open = لا تراه إلا هيئتكم حتى يُسلَّم التقرير. لا تكتبوا اسم أي شخص محتجز هنا.
inspections-about = عن هذا التفتيش
inspections-report = التقرير
inspections-checklist = قائمة البنود
inspections-checklist-text = ما تعذّر النظر فيه وما لم يُجَب عنه لا يُحسب أبدًا سليمًا.
inspections-answered = أُجيب عن { $done } من { $all } من البنود
inspections-item = البند
inspections-found = ما وُجد
inspections-next = الخطوة التالية
inspections-not-answered = بلا جواب
inspections-recommendations = التوصيات
inspections-no-advice = لم يوصَ بشيء.
inspections-no-advice-text = لا يطلب التقرير ردًّا.
inspections-no-advice-yet = ما ينبغي أن يتغيّر يوصى به قبل تسليم التقرير.
inspections-what = ما ينبغي فعله
inspections-reply = ردّ السجن
inspections-reply-within = يردّ السجن خلال { $days } من التقرير: سياسة هذه المنشأة. يقول النص «في غضون فترة معقولة» (قاعدة مانديلا 85).
inspections-after-report = بعد تسليم التقرير
inspections-reply-due = الرد مستحق حتى
inspections-reply-late = تأخّر الرد منذ
inspections-accepted = مقبولة
inspections-not-accepted = غير مقبولة
inspections-replied-late = جاء الرد متأخرًا
inspections-by = يُنجز بحلول
inspections-new-of = تفتيش { $org }. تظهر البنود التي يُنظر فيها بعد فتحه.
inspections-of = تفتيش { $org }.

f-inspection-opened-submit = افتح التفتيش
f-inspection-opened-announced = هل أُبلغ السجن مسبقًا؟
f-inspection-opened-health-professional = هل بين المفتشين أحد العاملين في الصحة؟
f-inspection-opened-health-professional-hint = تطلبه قاعدة مانديلا 84(2).
f-inspection-opened-woman = هل بينهم امرأة؟
f-inspection-opened-woman-hint = تطلبها قاعدة بانكوك 25(3) حيث تُحتجز نساء.
f-inspection-item-answered-submit = سجّل الجواب
f-inspection-item-answered-item = البند
f-inspection-item-answered-answer = ماذا وُجد؟
f-inspection-item-answered-evidence = ما رُئي أو سُمع أو قُرئ
f-inspection-item-answered-evidence-hint = أين ومتى، دون اسم أي شخص محتجز أو عامل هنا.
f-inspection-recommended-submit = سجّل التوصية
f-inspection-recommended-item = ما موضوعها؟
f-inspection-recommended-what = ما ينبغي فعله
f-inspection-recommended-what-hint = شيء واحد في كل مرة، ليُرَدّ على كل منها.
f-inspection-reported-submit = سلّم التقرير إلى السجن
f-inspection-reported-summary = ما وُجد، في بضع جمل
f-inspection-reported-summary-hint = من الآن يرى من يقودون السجن كل ما فيه، ولا يمكن تغيير شيء منه.
f-inspection-replied-submit = سجّل الرد
f-inspection-replied-accepted = هل سيُفعل؟
f-inspection-replied-what = ما يُفعل، أو لماذا لا يُفعل
f-inspection-replied-what-hint = بما يكفي من التحديد ليتحقق منه التفتيش القادم.
f-inspection-replied-by = بحلول متى
f-inspection-replied-by-hint = اتركه فارغًا إن كان قد أُنجز أو لن يُفعل.
