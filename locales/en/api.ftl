# What the API says to programs and those who write them.

trouble-strange = Not done
trouble-strange-text = Something in the address or a header is not known here, comes twice, or cannot be read. Nothing has changed.
trouble-method = Not done
trouble-method-text = This address does not take such a request. Nothing has changed.
trouble-too-long = Not done
trouble-too-long-text = What was sent is too long. Nothing has changed.
trouble-wrong-type = Not done
trouble-wrong-type-text = What was sent is not of the type that is read here. Nothing has changed.
trouble-not-right = Not signed in
trouble-not-right-text = The name, the password or the code was not right.
trouble-too-many = Too many tries
trouble-too-many-text = Wait a while before you try again.
trouble-password = Not done
trouble-password-text = The new password was not taken. Nothing has changed.
