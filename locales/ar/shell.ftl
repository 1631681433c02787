# إطار كل صفحة: الرأس والتذييل والاستمارات والحالات.

product = Passerelle
shell-title = { $title } · Passerelle
shell-title-error = خطأ: { $title } · Passerelle
shell-skip = انتقل إلى محتوى الصفحة
shell-demo = نسخة تجريبية. لا أحد هنا حقيقي.
shell-nav = القائمة الرئيسية
shell-here = أنت هنا
shell-alerts = { $count ->
    [zero] لا رسائل لك ({ $count })
    [one] رسالة واحدة لك ({ $count })
    [two] رسالتان لك ({ $count })
    [few] { $count } رسائل لك
    [many] { $count } رسالة لك
   *[other] { $count } رسالة لك
}
shell-sign-in = تسجيل الدخول
shell-sign-out = تسجيل الخروج
shell-until = جلستك مفتوحة حتى الساعة { $hour }.
shell-recorded = قُيِّد الاطّلاع على هذه الصفحة في السجل قبل عرضها.
shell-check-record = تحقّق من السجل
shell-language = اللغة
shell-comma = ،{" "}
paper-printed = طُبعت في { $when }. قُيِّدت الطباعة في السجل.

# المدد
span-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
span-hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
span-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
span-two = { $first } و{ $second }

# الحالات
state-met = مستوفى
state-breach = مخالفة
state-unknown = غير محسوم
state-due = حان موعده
state-late = متأخر
state-recorded = مسجَّل

# صاحب الحدّ
whose-text = نص أممي
whose-limit = حدّ أممي
whose-policy = مهلة إدارية
whose-law = القانون الوطني

# المراحل
steps-title = أين وصل هذا الملف
step-done = تمّت
step-now = جارية
step-ahead = لم تبدأ بعد

# المهل
clock-used = انقضى { $used } من حدّ قدره { $limit }
clock-used-late = انقضى { $used } من حدّ قدره { $limit }: تأخّر { $late }
clock-un = حدّ أممي: { $limit }
clock-policy = مهلة إدارية: { $limit }
clock-now = { $used } حتى الآن
clock-beyond = تجاوز الحدّ بمقدار { $late }

# الاستمارات
form-problem = توجد مشكلة
form-optional = اختياري
form-none = بلا إجابة
form-choose = اختر
form-yes = نعم
form-no = لا
form-only-if = فقط إذا كان جواب «{ $question }» هو «{ $answer }».
form-row = { $what } { $number }
form-add = أضف: { $what }
form-hint-lines = بند واحد في كل سطر.
form-hint-moment = التوقيت المحلي لهذه المنشأة ({ $zone }).
form-max = { $max } حرفًا على الأكثر.

wrong-missing = أجب عن هذا السؤال.
wrong-missing-text = اكتب شيئًا هنا.
wrong-missing-choice = اختر إجابة.
wrong-missing-date = أدخل تاريخًا.
wrong-missing-tick = ضع علامة هنا للمتابعة.
wrong-long = النص أطول من المسموح به: عدد الأحرف الزائدة { $over }، والحد الأقصى { $max }.
wrong-sign = يتضمن النص رمزًا لا يمكن حفظه. أعد كتابته.
wrong-date = أدخل تاريخًا بالسنة والشهر واليوم، مثل 2026-11-23.
wrong-moment = أدخل تاريخًا وساعة، مثل 2026-11-23 14:00.
wrong-gap = هذه الساعة لم تحدث لأن التوقيت قُدِّم. أدخل ساعة قبلها أو بعدها.
wrong-number = أدخل عددًا صحيحًا بالأرقام.
wrong-small = أدخل عددًا لا يقل عن { $min }.
wrong-big = أدخل عددًا لا يزيد على { $max }.
wrong-choice = اختر إحدى الإجابات المعروضة.
wrong-twice = أُعطيت إجابتان. أعط إجابة واحدة.
wrong-few = أدخل { $min } على الأقل.
wrong-many = أدخل { $max } على الأكثر.
wrong-not-asked = لا يُطرح هذا السؤال إلا إذا كان جواب «{ $question }» هو «{ $answer }». امسح ما كُتب هنا أو اختر ذلك الجواب.
wrong-form = تضمّنت الاستمارة ما لم يُطلب: { $name }. لم يُسجَّل شيء. افتح الاستمارة من جديد.
