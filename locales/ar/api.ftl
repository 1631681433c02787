# ما تقوله واجهة البرمجة للبرامج ولمن يكتبها.

trouble-strange = لم يُنجَز
trouble-strange-text = شيء في العنوان أو في ترويسة الطلب غير معروف هنا أو ورد مرتين أو تعذرت قراءته. لم يتغير شيء.
trouble-method = لم يُنجَز
trouble-method-text = هذا العنوان لا يقبل طلبا كهذا. لم يتغير شيء.
trouble-too-long = لم يُنجَز
trouble-too-long-text = ما أُرسل أطول مما يُقبل. لم يتغير شيء.
trouble-wrong-type = لم يُنجَز
trouble-wrong-type-text = ما أُرسل ليس من النوع الذي يُقرأ هنا. لم يتغير شيء.
trouble-not-right = لم يتم تسجيل الدخول
trouble-not-right-text = الاسم أو كلمة المرور أو الرمز غير صحيح.
trouble-too-many = محاولات كثيرة
trouble-too-many-text = انتظر قليلا قبل أن تحاول من جديد.
trouble-password = لم يُنجَز
trouble-password-text = لم تُقبل كلمة المرور الجديدة. لم يتغير شيء.
