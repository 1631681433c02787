# النتائج وقائمة القواعد والملف الوطني.
kind-installation-rules-taken = دُوِّنت القواعد التي تُفحص الملفات وفقها
code-flag-national-limit = الحساب هنا على الحد الأشد الذي يضعه القانون الوطني. ولم يُبلَغ حد النص.
rules-national-limit = { $length }: أشد من النص، ويحدده القانون الوطني.
rules-set-by = حدَّده: { $who }.
rules-set-by-proposal = مقترح من المشروع؛ لا يحدده أي ملف وطني.
