# من يجوز له الاطلاع على ملف: التقييد وتضارب المصالح

kind-file-restricted = قُصر الاطلاع على الملف على أشخاص مسمّين
kind-file-restriction-lifted = رُفع تقييد الملف
kind-file-conflict-declared = أُعلن تضارب مصالح
kind-file-conflict-ended = انتهى تضارب مصالح
act-file-restricted = قصر هذا الملف على أشخاص مسمّين
act-file-restriction-lifted = رفع التقييد
act-file-conflict-declared = إعلان تضارب مصالح
act-file-conflict-ended = إنهاء تضارب مصالح
code-action-restrict = تحديد من يجوز له وحده الاطلاع على ملف
code-action-declare = إعلان تضارب مصالح
code-tie-own-person = الملف يخص هذا الزميل نفسه
code-tie-relative = الشخص من أسرة هذا الزميل أو من أهل بيته
code-tie-other = سبب آخر يحول دون العمل المنصف
not-possible-not-restricted = هذا الملف غير مقيَّد.
not-possible-nobody-to-lift = لا أحد ممن سمّيتهم يستطيع رفع التقييد. سمِّ مشرفًا أو مدير السجن ممن ليس له تضارب مصالح في هذا الملف.
not-possible-no-conflict = ليس لهذا الزميل تضارب مصالح قائم في هذا الملف.
not-possible-barred = يحول تقييد أو تضارب مصالح دون اطلاع هذا الزميل على الملف. اختر غيره، أو سمِّه في التقييد أولًا.

f-file-restricted-reason = لماذا يجب أن تكون الدائرة ضيّقة؟
f-file-restricted-reason-hint = يقرأ هذا من تسمّيهم وجهة الرقابة. اذكر ما يجعله ضروريًا، لا ما يُنسب إلى الشخص.
f-file-restricted-who = من يبقى له الاطلاع على هذا الملف
f-file-restricted-named = زميل
f-file-restricted-named-hint = لن يرى أي شخص آخر في هذا السجن أن الملف موجود: لا في القوائم ولا في البحث ولا في قوائم الانتظار ولا في الأعداد. سمِّ أيضًا من يحتاج إليه عملهم اليومي: مسؤول الحالة وأمين السجل والعاملين الصحيين. وسمِّ مشرفًا أو مدير السجن كي يستطيع أحد رفع التقييد. وتحتفظ جهة الرقابة باطلاعها، وكذلك الخدمات التي تتولى إحالة.
f-file-restricted-named-account = الاسم
f-file-restricted-submit = قيِّد هذا الملف
f-file-restriction-lifted-reason = لماذا لم يعد لازمًا؟
f-file-restriction-lifted-submit = ارفع التقييد
f-file-conflict-declared-account = من يجب ألّا يطّلع على هذا الملف؟
f-file-conflict-declared-account-hint = لا يرى هذا الزميل منه شيئًا بعد ذلك، ولا من إحالاته. وإن كان يتولى الملف وجبت تسمية غيره. لك أن تعلنه عن نفسك؛ وللمشرفين ومدير السجن أن يعلنوه أيضًا عمّن يقودونهم.
f-file-conflict-declared-tie = ما السبب؟
f-file-conflict-declared-tie-hint = لا يُسأل عن أكثر من ذلك، ولا يُكتب شيء عن الأسرة.
f-file-conflict-declared-submit = أعلِن
f-file-conflict-ended-account = عمّن انتهى تضارب المصالح؟
f-file-conflict-ended-reason = لماذا انتهى؟
f-file-conflict-ended-submit = أنهِه

sight-title = من يجوز له الاطلاع على هذا الملف
sight-text = لا أحد غير من يقتضيه عملهم. ويمكن قصر ملف على أشخاص مسمّين، ومن كان قريبًا من الشخص يعلن ذلك فلا يرى من الملف شيئًا.
sight-restricted = هذا الملف مقيَّد
sight-restricted-text = منذ { $day } لا يعلم بوجوده في هذا السجن إلا أشخاص مسمّون. لا تتحدث عنه مع غيرهم.
sight-restricted-to = المسمّون: { $names }.
sight-restricted-moved = قدم الشخص من سجن آخر. يرى مدير السجن الملف ويسمّي من يحتاج إليه.
sight-conflicts = محجوب عنهم هذا الملف
sight-conflict-since = منذ { $day }
sight-myself = { $name } (أنت)
sight-do = ما يمكنك فعله
sight-change = تغيير ذلك

# كل ملفات مسؤول حالة إلى آخر
reallocate-title = إسناد كل ملفات مسؤول حالة إلى آخر
reallocate-lead = لإجازة أو مرض أو عند انتقال أحدهم. تنتقل كلها دفعة واحدة مع إحالاتها، ومن كان يتولاها لا يعود يتولاها.
f-file-reallocated-from = ملفات من؟
f-file-reallocated-to = من يتولاها من الآن؟
f-file-reallocated-to-hint = الملفات التي يجب ألّا يطّلع عليها هذا الزميل، بسبب تقييد أو تضارب مصالح، تبقى حيث هي.
f-file-reallocated-submit = أسندها كلها
reallocate-same = اختر غير من يتولاها الآن.
reallocate-none = لا يتولى هذا الزميل أي ملف تراه.
reallocate-kept-from = كل ملفات هذا الزميل يجب ألّا يطّلع عليها الآخر. اختر غيره.
reallocate-moved = تغيّر شيء في الأثناء ولم يُسند شيء. أرسل مرة أخرى.
reallocate-done = أُسندت الملفات
reallocate-done-text = { $given ->
    [one] يتولى الزميل الذي اخترته ملفًا واحدًا.
    [two] يتولى الزميل الذي اخترته ملفين.
    [few] يتولى الزميل الذي اخترته { $given } ملفات.
    [many] يتولى الزميل الذي اخترته { $given } ملفًا.
   *[other] يتولى الزميل الذي اخترته { $given } ملف.
} { $stayed ->
    [0] ولم يبقَ شيء.
    [one] وبقي ملف واحد يجب ألّا يطّلع عليه.
    [two] وبقي ملفان يجب ألّا يطّلع عليهما.
    [few] وبقيت { $stayed } ملفات يجب ألّا يطّلع عليها.
    [many] وبقي { $stayed } ملفًا يجب ألّا يطّلع عليها.
   *[other] وبقي { $stayed } ملف يجب ألّا يطّلع عليها.
}
